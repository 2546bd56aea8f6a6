"""The message, exit code and hint of every error."""

import pytest

from clientbridge.core.errors import (
    AmbiguousNameError,
    ClientbridgeError,
    ExitCode,
    FileFailedError,
    Problem,
    SourceFailedError,
    UnknownNameError,
    UsageError,
    WrongFilesError,
)

EARLIER = Problem(file="clients/acme.yaml", line=2, column=9, say="no such country")
LATER = Problem(file="clients/acme.yaml", line=10, column=1, say="unknown key", suggestion="hours")


def test_of_many_candidates_the_first_are_named() -> None:
    error = AmbiguousNameError("client", "a", candidates=[f"a{number}" for number in range(10_000)])
    assert error.hint == "say 'a0', 'a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7' or one of 9992 more"


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (UsageError("no"), 2),
        (UnknownNameError("client", "acm"), 3),
        (AmbiguousNameError("client", "a", candidates=["acme", "avis"]), 2),
        (WrongFilesError([EARLIER]), 4),
        (FileFailedError("no"), 4),
        (SourceFailedError("no"), 5),
    ],
)
def test_each_kind_of_error_has_its_exit_code(error: ClientbridgeError, code: int) -> None:
    assert error.exit_code == ExitCode(code)


@pytest.mark.parametrize(
    ("nearest", "hint"),
    [
        ([], None),
        (["acme"], "did you mean 'acme'?"),
        (["acme", "avis"], "did you mean 'acme' or 'avis'?"),
        (["acme", "avis", "aon"], "did you mean 'acme', 'avis' or 'aon'?"),
    ],
)
def test_an_unknown_name_comes_with_the_nearest_ones(nearest: list[str], hint: str | None) -> None:
    error = UnknownNameError("client", "acm", nearest=nearest)
    assert (error.say, error.hint) == ("unknown client 'acm'", hint)
    assert (error.kind, error.name, error.nearest) == ("client", "acm", tuple(nearest))


def test_an_explicit_hint_replaces_the_suggestions() -> None:
    error = UnknownNameError("zone", "EST", nearest=["America/New_York"], hint="name a city")
    assert error.hint == "name a city"
    assert error.nearest == ("America/New_York",)


def test_an_ambiguous_name_lists_its_candidates() -> None:
    error = AmbiguousNameError("client", "a", candidates=["acme", "avis"])
    assert (error.say, error.hint) == ("'a' matches more than one client", "say 'acme' or 'avis'")
    assert error.candidates == ("acme", "avis")


@pytest.mark.parametrize(
    ("problems", "say"),
    [([EARLIER], "1 problem in your files"), ([LATER, EARLIER], "2 problems in your files")],
)
def test_problems_are_counted_and_sorted(problems: list[Problem], say: str) -> None:
    error = WrongFilesError(problems, hint="cb data check")
    assert (error.say, error.hint) == (say, "cb data check")
    assert error.problems == tuple(sorted(problems))
    assert error.problems[0] is EARLIER


def test_a_problem_has_a_place_that_editors_open() -> None:
    assert LATER.place == "clients/acme.yaml:10:1"
