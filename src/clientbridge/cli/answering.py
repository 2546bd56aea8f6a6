"""One command line from its words to its exit code: the only place where errors become text."""

from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO

from clientbridge.cli.context import Context
from clientbridge.cli.options import split_global_options
from clientbridge.cli.reader import ReaderGoneError
from clientbridge.cli.surroundings import Surroundings
from clientbridge.core.errors import ClientbridgeError, ExitCode, UsageError, WrongFilesError

_MOST_TOLD = 100
"""Limit on problems shown; more would only push the first ones off the screen."""


def answered(words: Sequence[str], surroundings: Surroundings | None = None) -> int:
    """Answer one command line and return the exit code."""
    around = surroundings or Surroundings.of_this_process()
    try:
        printed = StringIO()
        with redirect_stdout(printed):
            code = _answer(words, around)
        around.answer(printed.getvalue())
    except ClientbridgeError as error:
        for line in _told(error):
            around.tell(line)
        return error.exit_code
    except ReaderGoneError:
        return ExitCode.ANSWERED
    except KeyboardInterrupt:
        around.tell("")
        return ExitCode.INTERRUPTED
    return code


def _answer(words: Sequence[str], around: Surroundings) -> int:
    _check_readable(words)
    options, left = split_global_options(words)
    context = Context(surroundings=around, options=options)
    if options.has("--version"):
        around.answer(_versions())
        return ExitCode.ANSWERED
    if left and left[0] in {"--install-completion", "--show-completion"}:
        from clientbridge.cli.completion.setup import set_up

        set_up(context, left)
        return ExitCode.ANSWERED
    from clientbridge.cli.app import make_app, spelled_out, with_days_meant

    words = with_days_meant(spelled_out(left))
    app = make_app(context.look.width, words)
    from clientbridge.cli.refused_words import HelpWanted, WordsRefused, refusal

    said = StringIO()
    try:
        with redirect_stderr(said):
            code = app(args=list(words), prog_name="cb", obj=context, standalone_mode=False)
    except HelpWanted as wanted:
        said.write(wanted.message)
        return ExitCode.USAGE
    except WordsRefused as refused:
        raise refusal(refused, words) from None
    finally:
        for line in said.getvalue().splitlines():
            around.tell(line)
    if code == ExitCode.INTERRUPTED:  # Typer catches Ctrl-C itself
        raise KeyboardInterrupt
    return code if isinstance(code, int) else ExitCode.ANSWERED


def _check_readable(words: Sequence[str]) -> None:
    """Refuse bytes that are no text, which Python hands on as lone surrogates: no file could hold them."""
    for word in words:
        if "\0" in word:
            raise UsageError("a word has the sign NUL in it, which no file can hold", hint="leave it out")
        if not word.isascii() and any("\ud800" <= char <= "\udfff" for char in word):
            raise UsageError(f"'{word}' is not UTF-8 text", hint="check the settings of your terminal")


def _versions() -> str:
    from clientbridge.load.session import versions

    by_name = dict(versions())
    program = by_name.pop("clientbridge")
    return f"clientbridge {program} ({', '.join(f'{name} {version}' for name, version in by_name.items())})\n"


def _told(error: ClientbridgeError) -> list[str]:
    lines, hint = [], error.hint
    if isinstance(error, WrongFilesError):
        hint = hint or "correct them, then: cb data check"
        for problem in error.problems[:_MOST_TOLD]:
            suggestion = f"; {problem.suggestion}" if problem.suggestion else ""
            lines.append(f"{problem.place}: {problem.say}{suggestion}")
        if len(error.problems) > _MOST_TOLD:
            lines.append(f"and {len(error.problems) - _MOST_TOLD} more")
    lines.append(f"error: {error.say}")
    if hint:
        lines.append(f"hint: {hint}")
    return lines
