"""What happened, in the user's words: from the command line, standard input or the editor."""

from clientbridge.cli.context import Context
from clientbridge.core.errors import UsageError

MOST_CHARACTERS = 50_000
"""Of one entry: some twenty pages."""


def words_or_input(context: Context, text: str | None) -> str:
    """The text given, else standard input, else what is written in the editor; raises UsageError for none."""
    if text is None and not context.surroundings.input.isatty():
        text = _piped(context)
    elif text is None and context.may_ask:
        invitation = "What happened? Lines that start with # are left out; an empty text logs nothing."
        text = context.session.written_in_editor(context.environment, invitation=invitation)
    if text is None or not text.strip():
        raise UsageError("there is nothing to log", hint='say what happened: cb log CLIENT "what was said"')
    if len(text) > MOST_CHARACTERS:
        raise UsageError(
            f"the text is longer than {MOST_CHARACTERS:,} characters",
            hint="log the gist, and give the address of the rest with --link",
        )
    return text.strip()


def _piped(context: Context) -> str:
    try:
        return context.surroundings.input.read(MOST_CHARACTERS + 1)
    except (UnicodeDecodeError, OSError):
        raise UsageError("what comes in is not UTF-8 text", hint="convert it first: iconv -t utf-8") from None
