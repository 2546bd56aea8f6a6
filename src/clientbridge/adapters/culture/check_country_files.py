"""``make check-data``: what is wrong with the country files, and what each lacks for the next level.

``python -m clientbridge.adapters.culture.check_country_files --today 2026-11-24 [CODE…]``; exit 4 with
problems.
"""

import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from clientbridge.adapters.culture.country_files import codes_with_files, read_country
from clientbridge.adapters.culture.culture_tables import read_source_rules
from clientbridge.adapters.days.greeting_table import feasts
from clientbridge.adapters.json_cache import NO_CACHE
from clientbridge.core.culture.checking.coverage_levels import counts, missing, reached
from clientbridge.core.culture.checking.lint import lint
from clientbridge.core.culture.country import CountryNotes, FileCoverage
from clientbridge.core.culture.sources import Confidence, SourceRules
from clientbridge.core.errors import ClientbridgeError, ExitCode, Problem, WrongFilesError

_LEVELS = tuple(FileCoverage)


def problems_of(
    path: Path, rules: SourceRules, *, today: date
) -> tuple[CountryNotes | None, tuple[Problem, ...]]:
    """Every problem of one country file, form and content, by line; and what was read, if it could be."""
    try:
        country = read_country(path)
    except WrongFilesError as error:
        return None, error.problems
    if country.problems:
        return None, country.problems
    notes = country.notes
    known_feasts = {feast.id for feast in feasts(NO_CACHE)}
    problems = [
        country.problem_at(finding.path, finding.say, finding.suggestion)
        for finding in lint(notes, rules, code=path.stem, today=today, feasts=known_feasts)
    ]
    if _LEVELS.index(notes.coverage) > _LEVELS.index(reached(notes, rules)):
        lacks = "; ".join(missing(notes, rules, notes.coverage))
        problems.append(
            country.problem_at(("coverage",), f"not {notes.coverage} yet, it lacks {lacks}", None)
        )
    return notes, tuple(sorted(problems))


def report(folder: Path, codes: Sequence[str], *, today: date) -> Iterator[tuple[str, bool]]:
    """The lines to print, each with whether it is a problem."""
    rules = read_source_rules(folder)
    for code in codes or codes_with_files(folder / "countries"):
        notes, problems = problems_of(folder / "countries" / f"{code}.yaml", rules, today=today)
        for problem in problems:
            hint = f" ({problem.suggestion})" if problem.suggestion else ""
            yield f"{problem.place}: {problem.say}{hint}", True
        if notes is not None:
            yield _summary(notes, rules), False


def _summary(notes: CountryNotes, rules: SourceRules) -> str:
    held, level = counts(notes, rules), reached(notes, rules)
    trust = [notes.scale_confidence(value, rules) for value in notes.scales.values()]
    words = ", ".join(f"{trust.count(step)} {step}" for step in reversed(Confidence))
    text = (
        f"{notes.code}: {level}; {held.scales} scales ({words}), {held.claims} claims on {held.topics}"
        f" topics, {held.families} families, {held.phrases} phrases"
    )
    above = _LEVELS[min(_LEVELS.index(level) + 1, len(_LEVELS) - 1)]
    lacks = missing(notes, rules, above)
    return f"{text}; for {above}: {'; '.join(lacks)}" if lacks else text


def main(arguments: Sequence[str]) -> int:
    """Print the report; the exit code of `cb data check`."""
    if len(arguments) < 2 or arguments[0] != "--today":  # noqa: PLR2004 - the option and its value
        sys.stderr.write("usage: check_country_files --today YYYY-MM-DD [CODE...]\n")
        return ExitCode.USAGE
    folder = Path(__file__).parents[4] / "data"
    wrong = 0
    try:
        for line, is_problem in report(folder, arguments[2:], today=date.fromisoformat(arguments[1])):
            sys.stdout.write(line + "\n")
            wrong += is_problem
    except ClientbridgeError as error:
        sys.stderr.write(f"{error.say}\n")
        return error.exit_code
    return ExitCode.WRONG_FILE if wrong else ExitCode.ANSWERED


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
