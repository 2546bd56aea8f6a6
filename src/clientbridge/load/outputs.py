"""Look at the files that a command is to write before it does anything else."""

from collections.abc import Callable, Iterable
from pathlib import Path

from clientbridge.adapters.output_file import OutputTarget, identity_of_stream, output_target, text_at
from clientbridge.core.errors import UsageError
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.load.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputFile:
    """A file that an option asks for."""

    option: str
    """As it is typed: ``--ics``."""
    file: Path
    what: str
    """What the option writes: ``an invitation``."""
    is_own_kind: Callable[[str], bool]
    """Whether a text is such a one, written by this program."""


def check_outputs(
    session: Session, outputs: Iterable[OutputFile], *, force: bool, answer_to: int | None
) -> None:
    """Refuse to replace what the option has not written, unless forced, and to write one file twice.

    `answer_to` is the open stream that the answer goes to.

    Raises:
        UsageError: the file is something else, or is written by another option or as the answer too.
        FileFailedError: nothing can be written there.
    """
    taken: dict[object, str] = {}
    answer = None if answer_to is None else identity_of_stream(answer_to)
    for output in outputs:
        if str(output.file) == "-":
            raise UsageError(
                f"{output.option} -: a file needs a name", hint=f"name one: {output.option} FILE"
            )
        target = output_target(session.folders.current / output.file, file=str(output.file))
        if target.is_stream:
            continue
        if target.identity == answer:
            raise UsageError(
                f"{output.option} {output.file}: the answer goes to this file already",
                hint="give each its own file",
            )
        if target.identity in taken:
            raise UsageError(
                f"{taken[target.identity]} and {output.option} write to the same file",
                hint="give each its own file",
            )
        taken[target.identity] = output.option
        if not force:
            _check_own_kind(session, output, target)


def _check_own_kind(session: Session, output: OutputFile, target: OutputTarget) -> None:
    if not target.size:
        return
    before = text_at(target, file=str(output.file))
    if before is None or not output.is_own_kind(before):
        path = session.folders.current / output.file
        leads = f" leads to {target.path.name}, which" if path.is_symlink() else ""
        raise UsageError(
            f"{output.file}{leads} is not {output.what} written by cb, so it stays as it is",
            hint="name another file, or add --force to replace it",
        )
