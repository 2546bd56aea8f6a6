"""Fair turns against every plan there is, and against plans whose optimum is known."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clientbridge.core.meeting.series.rotation import TurnCandidate, fair_turns, pareto_best

burdens = st.tuples(*[st.integers(0, 12).map(lambda quarter: 15 * quarter)] * 3)
plans = st.lists(st.lists(burdens, min_size=1, max_size=6), min_size=1, max_size=5)


@given(plans, st.tuples(*[st.sampled_from([0, 0, 60, 300])] * 3))
def test_turns_are_the_fairest_there_are_where_all_plans_can_be_looked_at(
    weeks: list[list[tuple[int, ...]]], past: tuple[int, ...]
) -> None:
    periods = [
        [TurnCandidate(100 * number + at, one) for at, one in enumerate(week)]
        for number, week in enumerate(weeks)
    ]

    def weight(plan: tuple[TurnCandidate, ...]) -> list[int]:
        carried = (before + sum(turn.burdens[at] for turn in plan) for at, before in enumerate(past))
        return sorted(carried, reverse=True)

    chosen = fair_turns(periods, past)
    assert [turn in period for turn, period in zip(chosen, periods, strict=True)] == [True] * len(periods)
    assert weight(chosen) == min(weight(plan) for plan in product(*periods))


@given(st.lists(burdens, min_size=1, max_size=12))
def test_what_is_left_out_is_beaten_by_something_kept(week: list[tuple[int, ...]]) -> None:
    period = [TurnCandidate(at, one) for at, one in enumerate(week)]
    kept = pareto_best(period)
    for candidate in period:
        assert any(
            all(ours <= theirs for ours, theirs in zip(one.burdens, candidate.burdens, strict=True))
            for one in kept
        )


def period(number: int, *burdens: tuple[int, ...]) -> list[TurnCandidate]:
    return [TurnCandidate(100 * number + at, one) for at, one in enumerate(burdens)]


@pytest.mark.parametrize(
    ("burdens", "left"),
    [
        ([(60, 0), (0, 60)], [0, 1]),
        # another start that harms nobody more and one less
        ([(60, 30), (60, 0)], [1]),
        ([(60, 0), (60, 0)], [0]),
        ([(0, 0), (60, 0), (0, 60)], [0]),
        ([(90, 0), (60, 10), (30, 40)], [1, 2, 0]),
        ([(90, 0, 5), (90, 1, 5), (0, 90, 5)], [2, 0]),
    ],
)
def test_starts_that_another_beats_are_left_out(burdens: list[tuple[int, ...]], left: list[int]) -> None:
    """The rest come by their sum, then by time."""
    assert sorted(turn.start for turn in pareto_best(period(0, *burdens))) == sorted(left)


@pytest.mark.parametrize("weeks", [1, 2, 3, 13, 52])
def test_an_hour_that_someone_must_lose_each_week_goes_round(weeks: int) -> None:
    """Three parties, 60 minutes a week for one of them: each carries a third, in whole weeks."""
    periods = [period(number, (60, 0, 0), (0, 60, 0), (0, 0, 60)) for number in range(weeks)]
    chosen = fair_turns(periods, (0, 0, 0))
    carried = sorted(sum(turn.burdens[at] for turn in chosen) for at in range(3))
    shares = sorted(60 * ((weeks + at) // 3) for at in range(3))
    assert carried == shares


def test_a_plan_that_is_known_is_never_made_worse() -> None:
    periods = [period(number, (30, 90), (90, 30), (75, 75)) for number in range(4)]
    known = [periods[at][at % 2] for at in range(4)]
    chosen = fair_turns(periods, (0, 0), known)
    assert sorted(sum(turn.burdens[at] for turn in chosen) for at in range(2)) == [240, 240]
