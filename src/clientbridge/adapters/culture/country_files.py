"""data/countries/XX.yaml -> `CountryNotes`, with every mistake of the file and its place."""

from pathlib import Path
from typing import TYPE_CHECKING

from clientbridge.adapters.culture.country_fields import Fields, KeyPath, Mistakes, locate
from clientbridge.adapters.culture.country_parts import TOP_KEYS, notes_in
from clientbridge.core.culture.country import CountryNotes
from clientbridge.core.errors import FileFailedError, Problem, WrongFilesError
from clientbridge.core.frozen_dataclass import dataclass

if TYPE_CHECKING:
    from yaml import Node


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryFile:
    """A country file after reading; with problems, the notes are only good for looking for more of them."""

    notes: CountryNotes
    problems: tuple[Problem, ...]
    root: "Node"
    file: str

    def problem_at(self, path: KeyPath, say: str, suggestion: str | None) -> Problem:
        """A problem placed at the value that the path leads to."""
        mark = locate(self.root, path).start_mark
        return Problem(
            file=self.file, line=mark.line + 1, column=mark.column + 1, say=say, suggestion=suggestion
        )


def codes_with_files(folder: Path) -> tuple[str, ...]:
    """The countries that have a file, in order."""
    return tuple(sorted(path.stem for path in folder.glob("[A-Z][A-Z].yaml")))


def country_notes(folder: Path, code: str) -> CountryNotes | None:
    """What is known about a country, or None without a file; raises WrongFilesError."""
    path = folder / f"{code}.yaml"
    if not path.is_file():
        return None
    read = read_country(path)
    if read.problems:
        raise WrongFilesError(read.problems)
    return read.notes


def read_country(path: Path) -> CountryFile:
    """One country file; raises FileFailedError when it is missing and WrongFilesError when it is not YAML."""
    import yaml

    file = f"data/countries/{path.name}"
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise FileFailedError(f"{file} cannot be read: {error.strerror}") from error
    loader = yaml.CBaseLoader if yaml.__with_libyaml__ else yaml.BaseLoader
    try:
        root: Node | None = yaml.compose(text, Loader=loader)
    except yaml.MarkedYAMLError as error:
        raise WrongFilesError([_syntax_problem(error, file)]) from error
    if root is None:
        raise WrongFilesError([Problem(file=file, line=1, column=1, say="the file is empty")])
    mistakes = Mistakes(file)
    notes = notes_in(Fields(root, mistakes, TOP_KEYS))
    return CountryFile(notes=notes, problems=tuple(mistakes.found), root=root, file=file)


def _syntax_problem(error: "object", file: str) -> Problem:
    mark = getattr(error, "problem_mark", None)
    line, column = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
    return Problem(file=file, line=line, column=column, say=str(getattr(error, "problem", "not YAML")))
