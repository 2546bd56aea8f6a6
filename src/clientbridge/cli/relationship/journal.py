"""What the journal's commands share: gathering a situation, writing entries, telling what was odd."""

from collections.abc import Sequence

from clientbridge.cli.context import Context
from clientbridge.core.errors import UsageError
from clientbridge.core.relationship.agenda_items import ClientState
from clientbridge.core.relationship.journal.entries import Entry
from clientbridge.core.relationship.journal.kinds import EntryId
from clientbridge.core.workspace.profiles import Client

MOST_CHARACTERS = 50_000
"""Of one entry: some twenty pages."""


def situation_of(context: Context, client: Client) -> ClientState:
    """The situation of one client; lines of its journal that cannot be read are told."""
    return situations_of(context, [client])[0]


def situations_of(
    context: Context, clients: Sequence[Client], *, soon: int | None = None
) -> tuple[ClientState, ...]:
    """The situations of several clients."""
    from clientbridge.adapters.relationship.client_states import client_states
    from clientbridge.core.relationship.agenda import SOON_DAYS

    found = client_states(
        context.workspace(),
        clients,
        context.now,
        cache_folder=context.cache_folder,
        soon=SOON_DAYS if soon is None else soon,
    )
    for problem in found.problems:
        context.note(f"{problem.place}: {problem.say}; the line is left out")
    return found.situations


def ids_of(context: Context, client: Client) -> frozenset[EntryId]:
    """Every id that is taken in a client's journal."""
    from clientbridge.adapters.relationship.journals import Journals

    return Journals(context.workspace().folder).open(client.id).ids


def write(context: Context, client: Client, entries: Sequence[Entry], *, what: str) -> None:
    """Add entries to a client's journal and remember the change for an undo."""
    from clientbridge.adapters.relationship.journals import Journals
    from clientbridge.adapters.workspace.workspace import check_writable
    from clientbridge.cli.workspace.undo_log import remember

    workspace = context.workspace()
    check_writable(workspace)
    torn = Journals(workspace.folder).append(client.id, entries)
    if torn is not None:
        context.note(f"an unfinished line was set aside in journal/{client.id}.jsonl.torn: {torn[:60]}")
    remember(context, what, entries={client.id: [entry.id for entry in entries]})


def _piped(context: Context) -> str:
    try:
        return context.surroundings.input.read(MOST_CHARACTERS + 1)
    except (UnicodeDecodeError, OSError):
        raise UsageError("what comes in is not UTF-8 text", hint="convert it first: iconv -t utf-8") from None


def words_or_input(context: Context, text: str | None) -> str:
    """The text given, else standard input, else what is written in the editor; raises UsageError for none."""
    if text is None and not context.surroundings.input.isatty():
        text = _piped(context)
    elif text is None and context.may_ask:
        from clientbridge.adapters.editor import editor_command, write_in_editor

        command = editor_command(context.environment)
        invitation = "What happened? Lines that start with # are left out; an empty text logs nothing."
        text = write_in_editor(context.state_folder, command, invitation=invitation)
    if text is None or not text.strip():
        raise UsageError("there is nothing to log", hint='say what happened: cb log CLIENT "what was said"')
    if len(text) > MOST_CHARACTERS:
        raise UsageError(
            f"the text is longer than {MOST_CHARACTERS:,} characters",
            hint="log the gist, and give the address of the rest with --link",
        )
    return text.strip()
