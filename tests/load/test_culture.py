"""What a comparison of working cultures needs."""

from pathlib import Path

import pytest
from sessions import make_workspace, session

from clientbridge.core.culture.country import Topic
from clientbridge.core.culture.gaps import MOST_SHOWN
from clientbridge.core.errors import UnknownNameError
from clientbridge.load.culture import advice_at, comparison
from clientbridge.load.session import Session

ACME = """\
name: Acme KK
country: JP
region: JP-13
people: [{id: ana, name: Ana, country: BR, timezone: Sao Paulo}]
"""


@pytest.fixture
def call(tmp_path: Path, shared_cache: Path) -> Session:
    return session(make_workspace(tmp_path / "mine", acme=ACME), cache=shared_cache)


def test_a_client_is_compared_with_you(call: Session) -> None:
    answer = comparison(call, "acme", beside=None, topic=None)
    assert (answer.place.code, answer.place.who, answer.place.region) == ("JP", "Acme KK", "Tokyo")
    assert answer.you is not None
    assert (answer.you.code, answer.you.who) == ("BE", "you")
    assert len(answer.gaps) <= MOST_SHOWN
    assert comparison(call, "acme/ana", beside=None, topic=None).place.code == "BR"


def test_a_country_is_never_taken_for_a_client(call: Session) -> None:
    answer = comparison(call, "JP", beside="Brazil", topic=Topic.GIFTS)
    assert (answer.place.who, answer.topic) == (None, Topic.GIFTS)
    assert answer.you is not None
    assert (answer.you.code, answer.you.who) == ("BR", None)
    assert {claim.topic for claim in answer.claims} == {Topic.GIFTS}


def test_every_gap_is_given_where_it_is_asked_for(call: Session) -> None:
    largest = comparison(call, "JP", beside="NL", topic=None).gaps
    every = comparison(call, "JP", beside="NL", topic=None, every_gap=True).gaps
    assert every[: len(largest)] == largest
    assert len(every) > len(largest) == MOST_SHOWN


def test_no_workspace_is_needed(tmp_path: Path, shared_cache: Path) -> None:
    nowhere = session(tmp_path / "none", cache=shared_cache)
    assert comparison(nowhere, "JP", beside=None, topic=None).you is None
    with pytest.raises(UnknownNameError, match="country or client"):
        comparison(nowhere, "no-such-land", beside=None, topic=None)


def test_the_nearest_names_are_of_countries_and_of_clients(call: Session) -> None:
    with pytest.raises(UnknownNameError) as unknown:
        comparison(call, "acmee", beside=None, topic=None)
    assert "acme" in unknown.value.nearest


def test_advice_on_one_topic(call: Session) -> None:
    assert advice_at(call, "JP", Topic.GIFTS)
    assert advice_at(call, "AQ", Topic.GIFTS) == ()
