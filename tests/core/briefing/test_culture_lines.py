"""Rule table of the lines on one screen: whose word counts, and what is said once."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from brief_samples import ANA, call
from culture_rules import RULES, claim, notes, scales, value

from clientbridge.core.briefing.culture_lines import (
    culture_lines,
    side_of_call,
    their_side,
    with_people,
    your_side,
)
from clientbridge.core.culture.country import BriefChoice, CountryNotes, Matter
from clientbridge.core.culture.culture_data import CultureData
from clientbridge.core.culture.lookup import Side
from clientbridge.core.culture.scales import Advice, ScaleId
from clientbridge.core.workspace.profiles import Channels, Person

D, F, P, R, O = (  # noqa: E741 - the five scales of this table
    ScaleId.DIRECTNESS,
    ScaleId.FEEDBACK,
    ScaleId.DECISION_PACE,
    ScaleId.RELATIONSHIP,
    ScaleId.FORMALITY,
)


def person(id_: str, *, decides: bool = False, call: str | None = None, **culture: int) -> Person:
    return replace(ANA, id=id_, name=f"{id_} name", decides=decides, call=call, culture=culture)


@pytest.mark.parametrize(
    ("people", "noted", "who"),
    [
        ((), {}, {}),
        ((person("a", directness=2),), {"directness": 2}, {"directness": "a name"}),
        (
            (person("a", directness=2), person("b", directness=4, schedule=5)),
            {"directness": 2, "schedule": 5},
            {"directness": "a name", "schedule": "b name"},
        ),
        (
            (person("a", directness=2), person("b", decides=True, call="Bee", directness=4)),
            {"directness": 4},
            {"directness": "Bee"},
        ),
        ((person("a"), person("b", schedule=1)), {"schedule": 1}, {"schedule": "b name"}),
    ],
)
def test_the_first_note_counts_of_those_who_decide_then_of_the_others(
    people: tuple[Person, ...], noted: Mapping[str, int], who: Mapping[str, str]
) -> None:
    side = with_people(Side(client={"feedback": 1}), people)
    assert (side.person, side.who, side.client) == (noted, who, {"feedback": 1})


@pytest.mark.parametrize(
    ("calls", "addressed"), [((), False), ((None,), False), (("Ana",), True), ((None, "Ana"), True)]
)
def test_how_to_address_one_of_them_is_enough(calls: tuple[str | None, ...], *, addressed: bool) -> None:
    people = tuple(person(str(number), call=call) for number, call in enumerate(calls))
    assert with_people(Side(), people).addressed is addressed


KINDS = scales()
KINDS[O] = replace(KINDS[O], up=replace(KINDS[O].up, addressed=Advice(label="higher", say="say", do="dress")))
FAR = dict.fromkeys((D, F, P, R, O), value(5))


def told(
    them: Side, you: Mapping[str, int], notes_: CountryNotes, people: tuple[Person, ...] = ()
) -> list[list[str]]:
    data = CultureData(scales=KINDS, rules=RULES, yours=None, theirs=notes_)
    side = side_of_call(replace(them, notes=notes_), people, RULES)
    lines = culture_lines(Side(person=you), side, data)
    parts = (lines.watch, lines.open_with, lines.avoid, lines.close_with)
    return [[one.do for one in lines.gaps], *([one.id for one in part] for part in parts)]


def file(scale: ScaleId | tuple[ScaleId, ...], *, address: bool = False) -> CountryNotes:
    """A claim on the same matter in each part of the brief."""
    tied = scale if isinstance(scale, tuple) else (scale,)
    choice = BriefChoice(watch=("watch",), open_with=("open",), avoid=("avoid",), closing=("close",))
    names = ("watch", "open", "avoid", "close")
    claims = tuple(claim(name, scales=tied, address=address) for name in names)
    return replace(notes(FAR, claims), brief=choice)


@pytest.mark.parametrize(
    ("scale", "you", "where"),
    [
        (D, {}, "open close"),  # two moments; the others say no more
        (D, {"directness": 1}, "close"),  # the difference says what to expect, and what to ask on the call
        (D, {"feedback": 1}, "open close"),
        (R, {"relationship": 1}, ""),  # "Open with a real chat, and keep in touch between projects"
        (F, {"feedback": 1}, "close"),  # "Raise a fault one to one"
        (P, {"decision_pace": 1}, "close"),  # "Plan several talks, and do not press for the decision"
        (P, {"decision_pace": 4}, "open close"),  # no gap
        ((D, F), {"directness": 1}, "close"),
        ((D, R), {"relationship": 1}, ""),
        ((), {"directness": 1}, "watch open avoid close"),
    ],
)
def test_a_matter_that_a_gap_has_told_is_not_told_again(
    scale: ScaleId | tuple[ScaleId, ...], you: Mapping[str, int], where: str
) -> None:
    parts = dict(zip(("watch", "open", "avoid", "close"), told(Side(), you, file(scale))[1:], strict=True))
    assert " ".join(name for name, ids in parts.items() if ids) == where


@pytest.mark.parametrize(
    ("client", "people"),
    [
        ({"directness": 2}, ()),
        ({}, (person("a", directness=2),)),
        ({}, (person("a"), person("b", directness=2))),
    ],
)
def test_your_word_leaves_out_the_lines_of_the_country(
    client: Mapping[str, int], people: tuple[Person, ...]
) -> None:
    assert told(Side(client=client), {"directness": 2}, file(D), people) == [[], [], [], [], []]


@pytest.mark.parametrize(
    ("address", "addressed", "do", "where"),
    [
        (False, False, "do up", [[], [], [], ["close"]]),
        (True, False, "dress", [[], ["open"], [], ["close"]]),  # a line of the brief says it better
        (False, True, "dress", [[], [], [], ["close"]]),
        (True, True, "dress", [[], [], [], []]),
    ],
)
def test_how_to_address_them_is_said_once(
    do: str, where: list[list[str]], *, address: bool, addressed: bool
) -> None:
    people = (person("a", call="Ana" if addressed else None),)
    assert told(Side(), {"formality": 1}, file((O, D), address=address), people) == [[do], *where]


@pytest.mark.parametrize(
    ("asks", "settled", "where", "do"),
    [
        (None, frozenset(Matter), "watch open avoid close", "do"),
        (Matter.DECIDER, frozenset({Matter.CHANNEL}), "watch open avoid close", "do"),
        # how they decide is still to be expected, without the advice to find out who does
        (Matter.DECIDER, frozenset({Matter.DECIDER}), "watch", None),
        # of a channel that is noted nothing is left to say
        (Matter.CHANNEL, frozenset({Matter.CHANNEL}), "", None),
        (Matter.CHANNEL, frozenset({Matter.DECIDER}), "watch open avoid close", "do"),
    ],
)
def test_what_the_profile_says_is_not_to_be_asked(
    asks: Matter | None, settled: frozenset[Matter], where: str, do: str | None
) -> None:
    place = file(())
    place = replace(place, claims=tuple(replace(one, asks=asks) for one in place.claims))
    data = CultureData(scales=KINDS, rules=RULES, yours=None, theirs=place)
    lines = culture_lines(Side(), Side(notes=place, settled=settled), data)
    shown = (*lines.watch, *lines.open_with, *lines.avoid, *lines.close_with)
    assert [one.id for one in shown] == where.split()
    assert {one.do for one in shown} <= {do}


@pytest.mark.parametrize(
    ("people", "first", "settled"),
    [
        ((), None, set()),
        ((person("a"),), None, set()),
        ((person("a"), person("b", decides=True)), None, {Matter.DECIDER}),
        ((), "teams", {Matter.CHANNEL}),
        ((person("b", decides=True),), "mail", {Matter.DECIDER, Matter.CHANNEL}),
    ],
)
def test_what_is_settled_by_the_profile(
    people: tuple[Person, ...], first: str | None, settled: set[Matter]
) -> None:
    """Also for a call with someone who does not decide: who does is known."""
    client = replace(call(you=notes(), them=notes()).client, people=people, channels=Channels(first=first))
    for who in (None, person("c")):
        assert their_side(client, who, None, RULES).settled == settled


def test_ids_keep_their_order_and_unknown_ones_are_skipped() -> None:
    place = notes(claims=(claim("a"), claim("b"), claim("c")))
    choice = BriefChoice(watch=("c", "nowhere", "a"), open_with=("nowhere",))
    assert told(Side(), {}, replace(place, brief=choice)) == [[], ["c", "a"], [], [], []]


def test_a_country_without_a_file_has_no_lines() -> None:
    data = CultureData(scales=KINDS, rules=RULES, yours=None, theirs=None)
    lines = culture_lines(Side(person={"directness": 1}), Side(person={"directness": 5}), data)
    assert (len(lines.gaps), lines.watch, lines.open_with) == (1, (), ())


def test_each_side_is_asked_in_its_order() -> None:
    be, xk = notes({D: value(2)}), notes({D: value(4)})
    asked = call(
        you=be, them=xk, client_culture={"schedule": 4}, people=(person("a", feedback=1), person("b"))
    )
    yours = your_side(replace(asked.me, culture={"directness": 5}), be)
    assert (yours.person, yours.client, yours.notes) == ({"directness": 5}, {}, be)
    for who, noted in (
        (None, {"feedback": 1}),
        (person("b"), {}),
        (person("c", schedule=2), {"schedule": 2}),
    ):
        theirs = their_side(asked.client, who, xk, RULES)
        assert (theirs.person, theirs.client, theirs.notes) == (noted, {"schedule": 4}, xk)
