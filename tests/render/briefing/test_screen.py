"""A brief fits one screen for every pair of countries, and can be read aloud."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from brief_samples import ANA, HOLIDAY, call, notes_of
from culture_samples import DATA

from clientbridge.adapters.culture.country_files import codes_with_files
from clientbridge.core.briefing.briefing import Briefing
from clientbridge.core.briefing.prepare import prepare
from clientbridge.core.relationship.journal.kinds import EntryId, EventKind, Owner
from clientbridge.core.relationship.past_events import PastEvent
from clientbridge.core.relationship.personal_notes import Occasion, OccasionKind
from clientbridge.core.relationship.promise_status import PromiseState, PromiseStatus
from clientbridge.render.briefing.advice import main_clause, phrase_for_screen
from clientbridge.render.briefing.briefing import page
from clientbridge.render.formats import Look
from clientbridge.render.line_wrapping import columns, line_count
from clientbridge.render.page import Facts, Next, phrase, strong
from clientbridge.render.views import CultureView
from clientbridge.render.writers.to_html import to_html
from clientbridge.render.writers.to_markdown import to_markdown
from clientbridge.render.writers.to_plain import to_plain
from clientbridge.render.writers.to_terminal import to_terminal
from conftest import IS_LONG

NOON_OF_25TH = datetime(2026, 11, 25, 3, tzinfo=UTC)
CODES = codes_with_files(DATA / "countries")
NOTES = {code: notes_of(code) for code in CODES}
CROWD = tuple(
    replace(ANA, id=f"p{number}", name=f"Maria da Conceição Albuquerque {number}") for number in range(4)
)


def busy(you: str, them: str) -> Briefing:
    """A call on a day with much to say: a holiday in the week, several people, a last contact."""
    return prepare(
        call(
            you=NOTES[you],
            them=NOTES[them],
            people=CROWD,
            facts={date(2026, 12, 24): HOLIDAY, date(2026, 12, 22): HOLIDAY},
            now=datetime(2026, 12, 22, 7, 40, tzinfo=UTC),
            observes=("christmas",),
        )
    )


NOTE = "Decides fast once the figures are on the table; wants slides two days ahead."


def crowded(you: str, them: str) -> Briefing:
    """The same day, with everything between you that a brief can tell."""
    brief = busy(you, them)

    def past(kind: EventKind, number: int) -> PastEvent:
        text = f"Something of some length that happened on a day in autumn, {kind.value} {number}"
        return PastEvent(
            id=EntryId(f"{kind.value}{number}"), on=date(2026, 11, number), kind=kind, text=text, people=()
        )

    return replace(
        brief,
        client=replace(brief.client, notes=NOTE),
        people=tuple(replace(person, notes=NOTE) for person in brief.people),
        problems=tuple(past(EventKind.PROBLEM, number) for number in (1, 2, 3)),
        feedback=tuple(past(EventKind.FEEDBACK, number) for number in (4, 5, 6)),
        gifts=tuple(past(EventKind.GIFT, number) for number in (7, 8, 9, 10)),
        goals=("fewer suppliers in Europe", "one data standard for all plants"),
        fiscal_year_end=date(2026, 12, 31),
        occasions=(
            Occasion(kind=OccasionKind.BIRTHDAY, on=date(2026, 12, 22), days_away=0, say="birthday of Ana"),
            Occasion(
                kind=OccasionKind.SUCCESS, on=date(2026, 12, 20), days_away=-2, say="The pilot went live"
            ),
        ),
    )


@pytest.mark.parametrize("them", CODES)
def test_what_is_open_noted_given_and_aimed_for_stands_on_the_one_screen(them: str) -> None:
    lines = to_terminal(page(crowded(CODES[0], them)), Look()).splitlines()
    assert len(lines) <= 24
    assert max(columns(line) for line in lines) <= 80
    labels = [label for label, _ in facts_of(crowded(CODES[0], them)).rows]
    assert labels[:1] == ["Problem"]
    assert {"Feedback", "Your note", "Now", "On the call", "Gifts given", "Goals"} <= set(labels)


def facts_of(brief: Briefing) -> Facts:
    return next(block for block in page(brief).blocks if isinstance(block, Facts))


def test_your_note_is_the_first_line_where_nothing_is_open() -> None:
    usual = busy("BE", "JP")
    brief = replace(usual, client=replace(usual.client, notes="Slides two\ndays ahead.\n"))
    said = phrase("On Acme Works: ", strong("Slides two days ahead."))
    assert facts_of(brief).rows[0] == ("Your note", said)


def test_your_note_on_a_person_follows_whoever_is_on_the_call() -> None:
    noted = replace(ANA, notes="Prefers mornings.")
    both = prepare(call(you=NOTES["BE"], them=NOTES["JP"], people=(noted, replace(ANA, id="bo", name="Bo"))))
    alone = prepare(call(you=NOTES["BE"], them=NOTES["JP"], people=(noted,), person=noted))
    for brief in (both, alone):
        assert "Your note: On Ana-san: Prefers mornings." in to_plain(page(brief)).splitlines()


@pytest.mark.parametrize(
    ("kind", "days_away", "line"),
    [
        (OccasionKind.SUCCESS, 0, "Success: The pilot went live (today)"),
        (OccasionKind.SUCCESS, -12, "Success: The pilot went live (12 days ago)"),
        (OccasionKind.BIRTHDAY, 0, "Congratulate: The pilot went live, today."),
        (OccasionKind.BIRTHDAY, -1, "Congratulate: The pilot went live, yesterday."),
        (OccasionKind.BIRTHDAY, 1, "Coming up: The pilot went live, tomorrow."),
        (OccasionKind.BIRTHDAY, 7, "Coming up: The pilot went live, in 7 days."),
    ],
)
def test_only_a_birthday_that_has_come_is_congratulated(
    kind: OccasionKind, days_away: int, line: str
) -> None:
    occasion = Occasion(kind=kind, on=date(2026, 11, 24), days_away=days_away, say="The pilot went live")
    brief = replace(prepare(call(you=NOTES["BE"], them=NOTES["JP"])), occasions=(occasion,))
    assert line in to_plain(page(brief)).splitlines()


@pytest.mark.parametrize(
    ("number", "age"),
    [(1, "(open since Monday 23 November)"), (3, "(open since yesterday; 1 more)")],
)
def test_open_problems_say_how_many_there_are(number: int, age: str) -> None:
    problems = tuple(
        PastEvent(id=EntryId("p"), on=date(2026, 11, 22 + one), kind=EventKind.PROBLEM, text="x", people=())
        for one in range(1, number + 1)
    )
    brief = replace(prepare(call(you=NOTES["BE"], them=NOTES["JP"], now=NOON_OF_25TH)), problems=problems)
    assert age in to_plain(page(brief))


@pytest.mark.parametrize("them", CODES)
def test_one_screen_for_every_home_country(them: str) -> None:
    """Every pair in the long profile; in the short one each country with every third other, in turn."""
    homes = CODES if IS_LONG else CODES[CODES.index(them) % 3 :: 3]
    for you in homes:
        brief = busy(you, them)
        facts = next(block for block in page(brief).blocks if isinstance(block, Facts))
        width = 80 - max(columns(label) for label, _ in facts.rows) - 2
        lines = sum(line_count(said, width) for _, said in facts.rows)
        assert lines + 3 <= 24, (you, them)


@pytest.mark.parametrize("them", CODES)
def test_what_is_measured_is_what_is_printed(them: str) -> None:
    text = to_terminal(page(busy(CODES[0], them)), Look())
    lines = text.splitlines()
    assert len(lines) <= 24
    assert max(columns(line) for line in lines) <= 80


@pytest.mark.parametrize("them", CODES)
def test_plain_reads_as_sentences(them: str) -> None:
    lines = to_plain(page(busy(CODES[0], them))).splitlines()
    assert all(line and "  " not in line for line in lines)
    assert not any(char in line for line in lines for char in "│─●○·")
    assert all(": " in line for line in lines)


@pytest.mark.parametrize(
    "view",
    [CultureView(full=True), CultureView(why=True), CultureView(in_person=True), CultureView(phrases=True)],
)
def test_every_view_can_be_written_in_every_way(view: CultureView) -> None:
    shown = page(busy("BE", "JP"), view)
    assert to_plain(shown).startswith("Acme Works")
    assert to_markdown(shown).startswith("# Acme Works")
    lines = to_terminal(shown, Look()).splitlines()
    assert max(columns(line) for line in lines if not line.startswith("  http")) <= 80


def test_why_names_the_sources_of_each_gap() -> None:
    brief = busy("BE", "JP")
    said = to_plain(page(brief, CultureView(why=True)))
    shown = [gap for gap in brief.gaps if f"\n{gap.label}: {gap.say}" in said]
    assert shown
    assert all(NOTES["JP"].sources[key].url in said for gap in shown for key in gap.sources)


def test_a_note_of_yours_says_so() -> None:
    brief = prepare(call(you=NOTES["BE"], them=NOTES["JP"], client_culture={"schedule": 5}))
    assert "(your note on this client)" in to_plain(page(brief))


def test_in_person_adds_what_a_call_does_not_need() -> None:
    short, long = (
        to_plain(page(busy("BE", "JP"), view)) for view in (CultureView(), CultureView(in_person=True))
    )
    assert "Gifts" not in short
    assert "Gifts" in long


def test_html_is_one_page_without_script_or_address_to_fetch() -> None:
    made = to_html(page(busy("BE", "JP"), CultureView(full=True)))
    assert made.startswith("<!doctype html>")
    assert "<script" not in made
    assert "src=" not in made
    assert "url(" not in made
    assert made.count("href=") == made.count('href="http') > 10
    hostile = replace(busy("BE", "JP"), client=replace(busy("BE", "JP").client, name="<b>Acme & Co</b>"))
    assert "&lt;b&gt;Acme &amp; Co&lt;/b&gt;" in to_html(page(hostile))


def test_where_several_languages_are_spoken_only_a_sure_one_is_shown() -> None:
    brief = prepare(call(you=NOTES["BE"], them=NOTES["CH"]))
    german, french = (replace(brief.phrases[0], language=code) for code in ("de", "fr"))
    unsure = replace(brief, phrases=(german, french))
    assert phrase_for_screen(unsure) is None
    assert phrase_for_screen(replace(unsure, client=replace(brief.client, language="fr"))) == french
    assert phrase_for_screen(replace(brief, phrases=(german,))) == german


@pytest.mark.parametrize(
    ("say", "reason"),
    [
        ("Haste tends to slow things down.", "Haste tends to slow things down."),
        ("Small talk is short; food is safe; so is the weather.", "Small talk is short."),
    ],
)
def test_a_reason_is_the_main_clause_of_its_claim(say: str, reason: str) -> None:
    assert main_clause(say) == reason


def test_what_it_advises_carries_its_reason() -> None:
    lines = to_plain(page(prepare(call(you=NOTES["AE"], them=NOTES["BE"])))).splitlines()
    assert (
        "Do not: praise yourself; let figures and clients speak."
        " Modesty is liked, and selling oneself loudly puts people off."
    ) in lines
    assert (
        "Close: Ask who else must agree, and send a summary that can be passed on."
        " The person you talk to may not be the one who decides."
    ) in lines


def promise(owner: Owner, due: date | None, status: PromiseStatus, person: str | None = None) -> PromiseState:
    return PromiseState(
        id=EntryId(f"{owner}{due}"),
        client="acme",
        owner=owner,
        person=person,
        text="Send the offer.",
        due=due,
        due_at=None,
        status=status,
        working_days_left=None,
        moved=0,
        made=NOON_OF_25TH,
    )


LATE_ONES = (
    promise(Owner.THEM, date(2026, 11, 20), PromiseStatus.LATE, "ana"),
    promise(Owner.ME, date(2026, 11, 23), PromiseStatus.LATE),
    promise(Owner.THEM, date(2026, 11, 24), PromiseStatus.LATE),
    promise(Owner.ME, date(2026, 11, 27), PromiseStatus.OPEN),
    promise(Owner.THEM, None, PromiseStatus.OPEN),
)


def test_late_promises_of_either_side_stand_between_problems_and_feedback() -> None:
    happened = {
        kind: PastEvent(id=EntryId(kind), on=date(2026, 11, 3), kind=kind, text=f"{kind}.", people=())
        for kind in (EventKind.PROBLEM, EventKind.FEEDBACK)
    }
    brief = replace(
        prepare(call(you=NOTES["BE"], them=NOTES["JP"], now=NOON_OF_25TH)),
        problems=(happened[EventKind.PROBLEM],),
        promises=LATE_ONES,
        feedback=(happened[EventKind.FEEDBACK],),
    )
    lines = to_plain(page(brief)).splitlines()
    assert lines[1:5] == [
        "Problem: problem (open since Tuesday 3 November)",
        "Late: Ana-san promised: Send the offer (due Friday 20 November)",
        "And: You promised: Send the offer (due Monday 23 November; 1 more)",
        "Feedback: feedback (no answer since Tuesday 3 November)",
    ]
    assert "Promised: You: Send the offer, by Friday 27 November." in lines
    assert "Promised: Acme Works: Send the offer, no date." in lines


def test_the_brief_of_a_call_to_come_names_its_days() -> None:
    asked = call(you=NOTES["BE"], them=NOTES["JP"], now=NOON_OF_25TH, facts={date(2026, 11, 26): HOLIDAY})
    later = prepare(replace(asked, asked_at=datetime(2026, 11, 23, 9, tzinfo=UTC)))
    brief = replace(later, promises=LATE_ONES[:2])
    lines = to_plain(page(brief)).splitlines()
    assert lines[0] == "Acme Works: Their country; for a call on Wed 25 Nov 04:00 here"
    assert "Due before: Ana-san promised: Send the offer (due Fri 20 Nov)" in lines
    assert "Last contact: Call on Thu 12 Nov: About the pilot" in lines
    assert any(line.startswith("Soon: Thursday 26 November is off there: Labor Thanks") for line in lines)
    assert lines[-1] == 'Next: cb brief acme --at "2026-11-25 04:00" --full (everything, with sources)'
    assert not {"today", "tomorrow", "yesterday", "ago"} & set(" ".join(lines).lower().split())


def test_a_call_later_today_is_still_one_of_today() -> None:
    asked = call(you=NOTES["BE"], them=NOTES["JP"], now=NOON_OF_25TH, facts={date(2026, 11, 25): HOLIDAY})
    lines = to_plain(page(prepare(replace(asked, asked_at=NOON_OF_25TH - timedelta(hours=2))))).splitlines()
    assert lines[0] == "Acme Works: Their country; for a call on Wed 25 Nov 04:00 here"
    assert lines[1].startswith("The call: 12:00 on Wednesday 25 November in Tokyo")
    assert "Today: Today is a day off there: Labor Thanksgiving Day. Back at work tomorrow." in lines


@pytest.mark.parametrize("them", CODES)
def test_why_says_who_stands_behind_each_line_under_its_label(them: str) -> None:
    shown = page(busy("BE", them), CultureView(why=True))
    first, second = (block.rows for block in shown.blocks if isinstance(block, Facts))
    labels = [label for label, _ in first]
    assert second
    assert [label for label, _ in second] == [
        label for label in labels if label in {one for one, _ in second}
    ]
    assert not any(source in to_plain(shown) for source in NOTES[them].sources if "_" in source)


def test_all_of_it_does_not_offer_all_of_it() -> None:
    assert not any(isinstance(block, Next) for block in page(busy("BE", "JP"), CultureView(full=True)).blocks)
    for view in (CultureView(why=True), CultureView(in_person=True), CultureView()):
        *before, last = page(busy("BE", "JP"), view).blocks
        assert isinstance(last, Next)
        assert not any(isinstance(block, Next) for block in before)
