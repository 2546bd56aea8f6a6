"""Read the text of an entry from the command line, standard input or the editor."""

from collections.abc import Iterator
from contextlib import contextmanager

from clientbridge.cli.context import Context
from clientbridge.core.errors import UsageError

MAX_CHARACTERS = 50_000
"""The limit for the text of one entry: some twenty pages."""

_EDITORS = ("VISUAL", "EDITOR")


@contextmanager
def text_or_input(context: Context, text: str | None) -> Iterator[str]:
    """`text`, else standard input, else what the user writes in the editor, which is kept if the block fails.

    Who has named no editor is asked for a line: a program met for the first time is no place to write in.
    Raises UsageError when it is empty, too long or not UTF-8.
    """
    if text is not None:
        yield _checked(text)
    elif not context.surroundings.input.isatty():
        yield _checked(_piped(context))
    elif context.may_ask and not any(map(context.environment.get, _EDITORS)):
        yield _checked(context.ask("What happened?"))
    elif context.may_ask:
        invitation = "What happened? Lines that start with # are left out; an empty text logs nothing."
        with context.session.written_in_editor(context.environment, invitation=invitation) as written:
            yield _checked(written)
    else:
        yield _checked("")


def _checked(text: str) -> str:
    if not text.strip():
        raise UsageError("there is nothing to log", hint='say what happened: cb log CLIENT "what was said"')
    if len(text) > MAX_CHARACTERS:
        raise UsageError(
            f"the text is longer than {MAX_CHARACTERS:,} characters",
            hint="log the gist, and give the address of the rest with --link",
        )
    return text.strip()


def _piped(context: Context) -> str:
    try:
        return context.surroundings.input.read(MAX_CHARACTERS + 1)
    except (UnicodeDecodeError, OSError):
        raise UsageError(
            "the text that was piped in is not UTF-8 text", hint="convert it first: iconv -t utf-8"
        ) from None
