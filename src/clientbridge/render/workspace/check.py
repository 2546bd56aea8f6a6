"""`cb data check`: problems in your files, notes, and data versions."""

from clientbridge.core.errors import Problem
from clientbridge.core.workspace.check import Check
from clientbridge.render.command_text import with_commands
from clientbridge.render.page import BlankLine, Emphasis, Line, Next, Page, Title, bad, good, phrase, quiet
from clientbridge.render.page import page as page_of


def page(result: Check) -> Page:
    """Return the page: problems first, then notes, then versions."""
    clients = f"{result.clients} client{'' if result.clients == 1 else 's'}"
    problems = tuple(map(_problem_line, result.problems))
    versions = ", ".join(f"{name} {version}" for name, version in result.versions.items())
    return page_of(
        Title("Your files", aside=result.folder),
        *problems,
        None if problems else Line(phrase(good("all right"), f": you and {clients}")),
        *((BlankLine(), Title("Worth knowing", level=2)) if result.notes else ()),
        *(Line(with_commands(note, Emphasis.CAREFUL)) for note in result.notes),
        BlankLine(),
        Line(phrase(quiet(versions))),
        None if result.clients or problems else Next("cb client add", "your first client"),
    )


def _problem_line(problem: Problem) -> Line:
    suggestion = f"; {problem.suggestion}" if problem.suggestion else ""
    return Line((bad(problem.place), *with_commands(f" {problem.say}{suggestion}")))
