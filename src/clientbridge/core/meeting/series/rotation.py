"""Taking turns: one start per period, chosen so that the heaviest burden is as small as possible.

Leximin: of two plans the better is the one whose heaviest burden is smaller, then whose second heaviest is,
and so on. A burden is what the minutes outside working time cost, as in docs/meeting-cost.md.
"""

from collections.abc import Iterable, Sequence

from clientbridge.core.frozen_dataclass import dataclass

_MOST_ROUNDS = 50
_MOST_WORK = 1_500_000
"""Work limit in additions while plans are built; it sets the width of the beam."""
_MOST_PAIRS = 4_000_000
"""Work limit for changing two periods at once; beyond it the gain is not worth the wait."""


@dataclass(frozen=True, slots=True)
class TurnCandidate:
    """A possible start and what it costs each party, in the order of the parties."""

    start: int
    burdens: tuple[int, ...]


def fair_turns(
    periods: Sequence[Sequence[TurnCandidate]], past: Sequence[int], known: Sequence[TurnCandidate] = ()
) -> tuple[TurnCandidate, ...]:
    """One candidate of each period; `past` is what each party carried before. No period may be empty.

    The answer is never worse than a plan that is `known` already, such as one fixed time.
    """
    choices = [pareto_best(period) for period in periods]
    plans = [list(known)] if len(known) == len(periods) else []
    plans += [_built(choices, past), *(_greedy(choices, past, order) for order in _orders(choices))]
    plans = [_improved_by_pairs(_improved(plan, choices, past), choices, past) for plan in plans]
    return tuple(min(plans, key=lambda plan: (_weight(plan, past), [turn.start for turn in plan])))


def pareto_best(period: Sequence[TurnCandidate]) -> list[TurnCandidate]:
    """Without starts that another one beats for someone and harms nobody by; the earliest of equals."""
    cheapest: dict[tuple[int, ...], TurnCandidate] = {}
    for candidate in sorted(period, key=lambda one: one.start):
        cheapest.setdefault(candidate.burdens, candidate)
    undominated: list[TurnCandidate] = []
    for candidate in sorted(cheapest.values(), key=lambda one: (sum(one.burdens), one.start)):
        if not any(_no_worse(other.burdens, candidate.burdens) for other in undominated):
            undominated.append(candidate)
    return undominated


def _no_worse(left: tuple[int, ...], right: tuple[int, ...]) -> bool:
    return all(ours <= theirs for ours, theirs in zip(left, right, strict=True))


def _orders(choices: Sequence[Sequence[TurnCandidate]]) -> list[list[int]]:
    """Where to begin: forward, backward, and with the period that costs most in any case."""
    forward = list(range(len(choices)))
    hardest = sorted(forward, key=lambda at: -min(max(one.burdens) for one in choices[at]))
    return [forward, forward[::-1], hardest]


def _totals(plan: Iterable[TurnCandidate], past: Sequence[int]) -> list[int]:
    totals = list(past)
    for turn in plan:
        for party, burden in enumerate(turn.burdens):
            totals[party] += burden
    return totals


def _weight(plan: Iterable[TurnCandidate], past: Sequence[int]) -> list[int]:
    return sorted(_totals(plan, past), reverse=True)


def _with(totals: Sequence[int], *added: tuple[int, ...]) -> list[int]:
    return sorted(map(sum, zip(totals, *added, strict=True)), reverse=True)


def _built(choices: Sequence[Sequence[TurnCandidate]], past: Sequence[int]) -> list[TurnCandidate]:
    """Period by period, carrying the most promising unfinished plans along: all where they are few."""
    work = len(past) * sum(len(period) for period in choices)
    most = max(1, _MOST_WORK // max(1, work))
    carried: list[tuple[tuple[int, ...], list[TurnCandidate]]] = [(tuple(past), [])]
    for period in choices:
        longer: dict[tuple[int, ...], list[TurnCandidate]] = {}
        for totals, plan in carried:
            for one in period:
                together = tuple(map(sum, zip(totals, one.burdens, strict=True)))
                if together not in longer:
                    longer[together] = [*plan, one]
        carried = sorted(longer.items(), key=lambda item: sorted(item[0], reverse=True))[:most]
    return carried[0][1]


def _greedy(
    choices: Sequence[Sequence[TurnCandidate]], past: Sequence[int], order: Sequence[int]
) -> list[TurnCandidate]:
    chosen: dict[int, TurnCandidate] = {}
    totals = list(past)
    for at in order:
        best = _lightest(choices[at], totals)
        chosen[at] = best
        totals = [total + burden for total, burden in zip(totals, best.burdens, strict=True)]
    return [chosen[at] for at in range(len(choices))]


def _lightest(period: Sequence[TurnCandidate], totals: Sequence[int]) -> TurnCandidate:
    """The candidate that adds least to the heaviest burdens."""
    return min(period, key=lambda one: (_with(totals, one.burdens), one.start))


def _improved(
    plan: list[TurnCandidate], choices: Sequence[Sequence[TurnCandidate]], past: Sequence[int]
) -> list[TurnCandidate]:
    """Change one period at a time until no change helps."""
    totals = _totals(plan, past)
    before = sorted(totals, reverse=True)
    for _ in range(_MOST_ROUNDS):
        for at, period in enumerate(choices):
            rest = _without(totals, plan[at])
            plan[at] = _lightest(period, rest)
            totals = _added(rest, plan[at])
        after = sorted(totals, reverse=True)
        if after >= before:
            return plan
        before = after
    return plan


def _improved_by_pairs(
    plan: list[TurnCandidate], choices: Sequence[Sequence[TurnCandidate]], past: Sequence[int]
) -> list[TurnCandidate]:
    """Change two periods at once, which finds swaps that no single change does."""
    work = len(past) * sum(len(left) * len(right) for left in choices for right in choices) // 2
    if work > _MOST_PAIRS:
        return plan
    for _ in range(_MOST_ROUNDS):
        totals = _totals(plan, past)
        before = sorted(totals, reverse=True)
        for left in range(len(choices)):
            for right in range(left + 1, len(choices)):
                totals = _change_two(plan, choices, (left, right), totals)
        plan = _improved(plan, choices, past)
        if _weight(plan, past) >= before:
            return plan
    return plan


def _change_two(
    plan: list[TurnCandidate],
    choices: Sequence[Sequence[TurnCandidate]],
    pair: tuple[int, int],
    totals: list[int],
) -> list[int]:
    """The best starts for two periods at once; returns the new totals."""
    left, right = pair
    rest = _without(_without(totals, plan[left]), plan[right])
    best = _with(rest, plan[left].burdens, plan[right].burdens)
    for one in choices[left]:
        for other in choices[right]:
            weight = _with(rest, one.burdens, other.burdens)
            if weight < best:
                best, plan[left], plan[right] = weight, one, other
    return _added(_added(rest, plan[left]), plan[right])


def _without(totals: Sequence[int], turn: TurnCandidate) -> list[int]:
    return [total - burden for total, burden in zip(totals, turn.burdens, strict=True)]


def _added(totals: Sequence[int], turn: TurnCandidate) -> list[int]:
    return [total + burden for total, burden in zip(totals, turn.burdens, strict=True)]
