"""From a search to its answer: what was asked, who takes part, windows and ranked slots."""

from dataclasses import replace
from datetime import datetime

from meetings import at, meeting, searched, someone, when
from scenes import Scene, utc

from clientbridge.core.meeting.plan import party_facts, plan, request_facts, series_plan
from clientbridge.core.meeting.result import Caution, PartyFacts, RequestFacts
from clientbridge.core.meeting.series.recurrence import Recurrence
from clientbridge.core.meeting.series.result import Series
from clientbridge.core.time.durations import TimeSpan
from clientbridge.core.time.intervals import minute_of

CAUTION = Caution(code="zone_changed", party="me", detail="New rules")


def asked() -> Scene:
    scene = meeting(
        someone("09:00-11:00"), someone("08:00-10:30", [1, 2]), someone("00:00-01:00", where="Asia/Tokyo")
    )
    me, client, late = scene.request.parties
    plain = replace(late.schedule, hours=None)
    parties = (me, client, replace(late, required=False, schedule=plain))
    return replace(scene, request=replace(scene.request, parties=parties))


def shown(moment: datetime) -> str:
    return when(minute_of(moment))


def test_the_request_in_the_terms_of_the_answer() -> None:
    request = replace(
        asked().request,
        now=at("mon 08:00"),
        notice=90,
        duration=45,
        step=20,
        count=7,
        buffer=10,
        client_stretch=30,
        quorum=80,
        strict=True,
    )
    assert request_facts(request) == RequestFacts(
        from_=utc("2026-11-23T00:00Z"),
        to=utc("2026-11-30T00:00Z"),
        duration_minutes=45,
        step_minutes=20,
        count=7,
        not_before=utc("2026-11-23T09:30Z"),
        buffer_minutes=10,
        client_stretch_minutes=30,
        quorum_percent=80,
        strict=True,
        here=request.me.schedule,
        words=request.words,
    )


def test_who_takes_part_you_first() -> None:
    found = searched(asked())
    assert [(one.id, one.name, one.timezone.key, one.required, one.known) for one in party_facts(found)] == [
        ("me", "Lea", "UTC", True, True),
        ("client1", "Client 1", "UTC", True, True),
        ("client2", "Client 2", "Asia/Tokyo", False, False),
    ]
    assert isinstance(party_facts(found)[0], PartyFacts)


def test_windows_in_order_of_time_and_slots_by_rank() -> None:
    answer = plan(searched(asked()), (CAUTION,))
    assert [(shown(one.start), shown(one.end)) for one in answer.windows] == [
        ("tue 09:00", "tue 10:30"),
        ("wed 09:00", "wed 10:30"),
    ]
    assert [slot.rank for slot in answer.slots] == list(range(1, len(answer.slots) + 1))
    assert min(shown(slot.start) for slot in answer.slots) == "tue 09:00"
    assert answer.day is not None
    assert answer.day.date == answer.slots[0].start.date()
    assert (answer.warnings, answer.answered, answer.series, answer.blockers) == ((CAUTION,), True, None, ())
    assert answer.request.count == 5
    assert len(answer.parties) == 3


def test_without_a_slot_there_is_no_day_and_no_answer() -> None:
    scene = meeting(someone(), someone("20:00-21:00"))
    answer = plan(searched(scene))
    assert (answer.windows, answer.slots, answer.day, answer.answered) == ((), (), None, False)


def test_a_series_answers_when_it_can_be_kept_once() -> None:
    found = searched(asked())
    anchor = party_facts(found)[0].timezone
    recurrence = Recurrence(every=TimeSpan(days=7), word="1w", times=2, anchor=anchor)
    slots = tuple(sorted(plan(found).slots[:2], key=lambda slot: slot.start))
    for kept in (0, 1):
        series = Series(
            every=recurrence.word,
            times=recurrence.times,
            anchor=anchor,
            occurrences=slots,
            kept=kept,
            missed=(),
            drift=(),
        )
        answer = series_plan(found, series, (CAUTION,))
        assert answer.answered is bool(kept)
        assert (answer.series, answer.slots, answer.warnings) == (series, slots, (CAUTION,))
        assert len(answer.parties) == 3


def test_the_range_of_a_series_ends_with_its_last_occurrence() -> None:
    """There is time on tue and wed from 09:00 to 10:30; an hour from 09:15 on tue is the last."""
    found = searched(asked())
    every = Series(
        every="1d",
        times=1,
        anchor=party_facts(found)[0].timezone,
        occurrences=(),
        kept=0,
        missed=(),
        drift=(),
    )
    last = next(slot for slot in plan(found).slots if shown(slot.start) == "tue 09:15")
    answer = series_plan(found, replace(every, occurrences=(last,)))
    assert answer.request == replace(request_facts(found.request), to=last.end)
    assert [(shown(one.start), shown(one.end)) for one in answer.windows] == [("tue 09:00", "tue 10:15")]
    short = replace(last, end=utc("2026-11-25T09:30Z"))
    answer = series_plan(found, replace(every, occurrences=(short,)))
    assert [shown(one.start) for one in answer.windows] == ["tue 09:00"], "half an hour of wed is no window"
    nothing = series_plan(found, every)
    assert (nothing.request, len(nothing.windows)) == (request_facts(found.request), 2)
