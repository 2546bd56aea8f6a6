"""data/countries/XX.yaml -> `CountryNotes`, with every mistake of the file and its place."""

from pathlib import Path

from clientbridge.adapters.culture.country_parts import TOP_KEYS, notes_in
from clientbridge.adapters.culture.named_sources import with_sources_named
from clientbridge.adapters.yaml_files.fields import Fields, KeyPath, locate
from clientbridge.adapters.yaml_files.nodes import Node
from clientbridge.adapters.yaml_files.problems import FileProblems
from clientbridge.adapters.yaml_files.reader import read
from clientbridge.core.culture.country import CountryNotes
from clientbridge.core.errors import Problem, WrongFilesError
from clientbridge.core.frozen_dataclass import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryFile:
    """A country file after reading; with problems, the notes are only good for looking for more of them."""

    notes: CountryNotes
    problems: tuple[Problem, ...]
    root: Node
    file: str

    def problem_at(self, path: KeyPath, say: str, suggestion: str | None) -> Problem:
        """A problem placed at the value that the path leads to."""
        spot = locate(self.root, path)
        return Problem(file=self.file, line=spot.line, column=spot.column, say=say, suggestion=suggestion)


def codes_with_files(folder: Path) -> tuple[str, ...]:
    """The countries that have a file, in order."""
    return tuple(sorted(path.stem for path in folder.glob("[A-Z][A-Z].yaml")))


def country_notes(folder: Path, code: str) -> CountryNotes | None:
    """What is known about a country, or None without a file; raises WrongFilesError."""
    path = folder / f"{code}.yaml"
    return whole_notes(path) if path.is_file() else None


def whole_notes(path: Path) -> CountryNotes:
    """What a country file says, its sources by name; raises WrongFilesError where anything in it is wrong."""
    country = read_country(path)
    if country.problems:
        raise WrongFilesError(country.problems)
    return with_sources_named(country.notes)


def read_country(path: Path) -> CountryFile:
    """One country file; raises FileFailedError, or WrongFilesError where it holds no mapping."""
    file = f"data/countries/{path.name}"
    document = read(path, file=file)
    if document.root is None:
        raise WrongFilesError(document.problems)
    problems = FileProblems(document)
    notes = notes_in(Fields(document.root, problems, TOP_KEYS))
    return CountryFile(notes=notes, problems=problems.problems, root=document.root, file=file)
