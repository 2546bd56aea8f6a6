"""What help says besides each option: what the commands are for, examples, and topics.

One source: `cb help`, `cb COMMAND --help`, the man page and docs/commands.md are made from it. A test
runs the examples on a copy of the sample.
"""

from collections.abc import Mapping, Sequence
from textwrap import wrap

PURPOSES: Sequence[tuple[str, Sequence[tuple[str, str]]]] = (
    (
        "every day",
        (
            ("today", "what is due, and who is at work now"),
            ("log", "write down what happened and what was promised"),
            ("promise", "what is owed by both sides; add, done, move, drop"),
        ),
    ),
    (
        "before a call",
        (
            ("brief", "their day, who is on, what differs, what to say"),
            ("culture", "how people tend to work in a place"),
        ),
    ),
    (
        "finding a time",
        (
            ("clock", "what time it is for everyone, now or then"),
            ("meet", "the best slots, or what would help"),
            ("offer make", "a few good times, held until the client has chosen"),
            ("offer list", "what waits for an answer"),
            ("offer accept", "take the time they chose; an invitation"),
            ("offer withdraw", "give the times up, or call the meeting off"),
            ("offer expire", "give up what is over"),
            ("answer", "an invitation in a mail: your hours and theirs, and the reply"),
            ("holidays", "days off, short days, slow seasons, greetings"),
        ),
    ),
    (
        "looking back",
        (
            ("review", "a month: promises, contacts, what comes next"),
            ("client map", "who knows whom, and where contact is missing"),
        ),
    ),
    (
        "your clients",
        (
            ("client list", "who they are and where"),
            ("client show", "all that is known of one, and from where"),
            ("client add", "a new one"),
            ("client set", "one value of a client or a person"),
            ("client person", "the people of one: list, add, remove"),
            ("client edit", "the whole file in your editor"),
            ("client rename", "another id or name"),
            ("client archive", "put one aside; unarchive has it back"),
            ("client unarchive", "have one back"),
            ("client remove", "take one out"),
            ("client import", "people from an address book"),
            ("ask", "how they like to work: a page for them, their reply"),
        ),
    ),
    (
        "your files",
        (
            ("init", "make them"),
            ("data check", "every mistake in them, with its place"),
            ("data undo", "take back the last change"),
            ("data schema", "for editors that check as you type"),
            ("config", "your own defaults, for every workspace"),
            ("help", "this page, a command, or a topic"),
        ),
    ),
)
"""Every command in a few words, under what people want of it; a test holds the list complete."""

EXAMPLES: Mapping[str, Sequence[tuple[str, str]]] = {
    "init": (
        ("cb init", "Asks for what it needs, and makes your files."),
        ('cb init --name "Lea Peeters" --country BE', "The same without questions."),
    ),
    "today": (
        ("cb today", "What is due, and who is at work now."),
        ("cb today --days 14 --all", "Two weeks ahead, with every client and every item."),
    ),
    "clock": (
        ("cb clock", "You and every client, now."),
        ('cb clock hikari @"São Paulo" @BE', "A client, a city, a country: any place on earth."),
        ('cb clock --at "fri 3pm" --zone Tokyo', "A time in Tokyo, on everyone's clock."),
        ("cb clock --day 2026-12-24", "Another day of yours."),
    ),
    "meet": (
        ("cb meet", "The next good slot with each client."),
        ("cb meet hikari nordlys --duration 45m --next 2w", "The best slots for three sides."),
        ("cb meet hikari --map --next 3w", "What every start costs, days down and hours across."),
        ("cb meet solaris @lisbon --next 1w", "A place stands for somebody who has no profile."),
        ('cb meet nordlys --at "thu 2pm"', "Is that time good, and for whom not?"),
        ("cb meet hikari/sato --pick 2 --ics meeting.ics", "An invitation to the second of the slots."),
        ("cb meet --cancel meeting.ics", "The file that takes it out of all calendars again."),
        ("cb meet hikari --text --lang ja", "Lines to paste into a message; --copy to paste them at once."),
    ),
    "offer make": (
        ("cb offer hikari", "Three good times on different days, held, with the words for them."),
        ("cb offer solaris --count 2 --expires 12h --duration 45m", "Two shorter ones, until this evening."),
        ("cb offer nordlys bayside --text", "Only the words, for each language and clock."),
        ("cb offer hikari --page offer.html", "A page in their language and zone, on which they choose."),
    ),
    "offer list": (
        ("cb offer", "What waits, the soonest to end first."),
        ("cb offer --all", "Those too that were answered or are over."),
    ),
    "offer accept": (
        ("cb offer accept pnsj3c 2", "They took the second; the others are free again."),
        ("cb offer accept pnsj3c 3 --ics meeting.ics", "Or the third after all: the meeting moves."),
    ),
    "offer withdraw": (("cb offer withdraw pnsj3c", "Nothing is held any more."),),
    "offer expire": (("cb offer expire", "Those whose time is over; every change of an offer does it too."),),
    "answer": (
        ("cb answer invite.eml", "What it asks: your hours and theirs, clashes, every date of a series."),
        ("cb answer invite.eml --accept --ics reply.ics", "The file to send back."),
        ("cb answer invite.eml --counter --text", "Other times, as words for the mail."),
    ),
    "brief": (
        ("cb brief hikari", "One screen to read before a call."),
        ("cb brief hikari/sato --phrases", "What to say, and how it sounds."),
        ("cb brief hikari --full", "Everything, with sources."),
    ),
    "holidays": (
        ("cb holidays", "The days of your clients that are not ordinary."),
        ("cb holidays hikari --next 90d", "Three months of one client."),
        ("cb holidays hikari @DE-BY @lima", "A client beside a region and a city."),
        ("cb holidays --country DE-BY --on 2026-12-24", "A day somewhere, without any files."),
    ),
    "log": (
        ('cb log hikari "Budget ok" --kind call --i-promise "send the plan by fri"', "A call and a promise."),
        ('cb log nordlys "Export is empty" --kind problem --with lars', "A problem, until it is closed."),
    ),
    "culture": (
        ("cb culture JP", "How people there tend to work, beside you."),
        ("cb culture BR --you NL", "Two countries side by side."),
        ("cb culture JP --topic email", "One topic alone."),
    ),
    "review": (
        ("cb review", "This month, all clients."),
        ("cb review hikari --share", "What the client may see of it."),
    ),
    "client list": (("cb client list", "Who they are and where."),),
    "client show": (
        ("cb client show hikari", "All that is known, and from where."),
        ("cb client show me", "The same of you."),
    ),
    "client add": (
        ('cb client add "Acme KK" --country JP', "Asks for what is missing."),
        (
            'cb client add "Fargo Foods" --country US --region "North Dakota" --timezone America/Chicago',
            "Without a question.",
        ),
    ),
    "client set": (
        ('cb client set hikari hours "mon-thu 09:00-18:00"', "Their hours."),
        (
            'cb client set hikari/sato directness 2 --because "said no outright"',
            "What you learned of a person.",
        ),
    ),
    "client person": (
        ("cb client person hikari", "Who is there."),
        ('cb client person hikari add "Aiko Mori" --call Mori-san --role CFO', "Someone new."),
    ),
    "client rename": (('cb client rename hikari hkr --name "Hikari KK"', "Its journal goes along."),),
    "client archive": (("cb client archive hikari", "Nothing is asked for it any more."),),
    "client unarchive": (("cb client unarchive hikari", "As before."),),
    "client remove": (("cb client remove hikari --yes", "Its journal stays; cb data undo brings it back."),),
    "client edit": (("cb client edit hikari", "Opens the file in your editor."),),
    "client map": (("cb client map hikari --why", "Who knows whom, how well, and by which numbers."),),
    "ask": (
        ("cb ask hikari/tanaka --page ask.html", "A page in their language to send them."),
        ("cb ask hikari/tanaka --reply reply.eml", "Shows what they said, and writes it when you say so."),
    ),
    "client import": (("cb client import hikari contacts.vcf", "Adds the people of an address book."),),
    "data check": (("cb data check", "Every mistake, each with its place."),),
    "data schema": (("cb data schema client", "For editors that check as you type."),),
    "data undo": (("cb data undo", "Takes back the last change."),),
    "promise list": (
        ("cb promise", "What is owed by both sides."),
        ("cb promise hikari --theirs", "What one client owes you."),
    ),
    "promise add": (('cb promise add hikari "send the plan by fri"', "A promise of yours."),),
    "promise done": (("cb promise done ubmytt", "Kept; the id is shown by cb promise."),),
    "promise move": (("cb promise move ubmytt mon --told", "Later, and they know."),),
    "promise drop": (('cb promise drop ubmytt --why "no longer needed"', "It no longer holds."),),
    "config": (
        ("cb config", "What holds, and where it comes from."),
        ("cb config set duration 45m", "Every meeting of 45 minutes, unless an option says otherwise."),
        ("cb config unset duration", "As it was."),
    ),
    "help": (
        ("cb help", "The commands by what you want."),
        ("cb help meet", "One command, with its options."),
        ("cb help completion", "A topic."),
    ),
}
"""For each command, calls with what they give; the names are those of the sample."""

ENVIRONMENT: Sequence[tuple[str, str]] = (
    ("CB_HOME", "your workspace, as --home names it"),
    ("CB_NOW", "what counts as now, as --now says it: 2026-11-24T08:00Z"),
    ("NO_COLOR", "no colour, whatever it says"),
    ("TERM", "no colour where it is dumb"),
    ("COLUMNS", "how wide a screen is, where it is not the terminal's width"),
    ("PAGER", "what a page longer than the screen is read in; less, and nothing where it is empty"),
    ("VISUAL, EDITOR", "your editor, for cb client edit and cb log"),
    ("SHELL", "which shell cb --install-completion sets up"),
    ("TZ", "where you may be, offered by cb init"),
    ("XDG_DATA_HOME", "where your files are unless something else says so; usually ~/.local/share"),
    ("XDG_CONFIG_HOME", "where your own settings are; usually ~/.config"),
    ("XDG_CACHE_HOME", "what was computed before, which may be deleted; usually ~/.cache"),
    ("XDG_STATE_HOME", "what cb data undo takes back; usually ~/.local/state"),
)
"""The environment variables that count, and for what."""

EXIT_CODES: Sequence[tuple[str, str]] = (
    ("0", "answered; nothing being due is an answer too"),
    ("1", 'the answer is "none": no slot, not possible at that time'),
    ("2", "the words cannot be understood, or contradict each other"),
    ("3", "a client, person, country, region or zone is unknown"),
    ("4", "a file is wrong, or cannot be read or written"),
    ("5", "a source outside your files failed: a calendar, a server"),
    ("130", "interrupted"),
)

FILES: Sequence[tuple[str, str]] = (
    ("me.yaml", "you"),
    ("clients/acme.yaml", "one file for each client"),
    ("journal/acme.jsonl", "what happened, one entry a line; only added to"),
    ("calendars/", "busy times, if you keep calendars here"),
)

TOPICS_IN_SHORT: Sequence[tuple[str, str]] = (
    ("completion", "the Tab key in your shell"),
    ("dates", "how days, times and lengths are typed"),
    ("files", "what lies in your folder"),
    ("environment", "variables that cb heeds"),
    ("exit-codes", "what a script is told at the end"),
)
TOPICS: Mapping[str, tuple[str, Sequence[tuple[str, str]]]] = {
    "completion": (
        "The Tab key completes commands, clients, people and places.",
        (
            ("bash", "cb --install-completion bash, then open a new terminal"),
            ("zsh", "cb --install-completion zsh, then open a new terminal"),
            ("fish", "cb --install-completion fish; it works at once"),
            ("PowerShell", "cb --show-completion powershell >> $PROFILE, then open a new window"),
            ("by hand", "cb --show-completion SHELL shows the script"),
        ),
    ),
    "dates": (
        "How days, times and lengths are typed.",
        (
            ("days", "2026-12-03, 4 dec, today, tomorrow, fri, next week, +3d, in 2 weeks, end of month"),
            ("times", '"thu 3pm", "2026-12-03 15:00"; with Z or +09:00 it is that very moment'),
            ("lengths", "45m, 1h30, 2w, 30d, 3mo"),
            ("never", "03/04, which is two days"),
        ),
    ),
    "files": ("What lies in your folder: plain text, made for git.", FILES),
    "environment": ("Variables of the environment that cb heeds.", ENVIRONMENT),
    "exit-codes": ("What a script is told at the end.", EXIT_CODES),
}
"""What `cb help TOPIC` says: a sentence, and rows of a word and what it means."""


_HELP_INDENT = 2
"""Columns by which the library of commands indents what stands below the options."""


def examples_text(command: str, width: int) -> str | None:
    """The examples as help of `width` columns shows them below the options; None where there are none."""
    examples = EXAMPLES.get(command)
    if not examples:
        return None
    room = width - _HELP_INDENT
    lines = [
        line
        for call, say in examples
        for line in (*_hanging(call, room, "  "), *_hanging(say, room, "      "))
    ]
    return "\n".join(["\b", "Examples:", *lines])


def _hanging(text: str, width: int, indent: str) -> list[str]:
    return wrap(
        text,
        width,
        initial_indent=indent,
        subsequent_indent=f"{indent}  ",
        break_long_words=False,
        break_on_hyphens=False,
    )
