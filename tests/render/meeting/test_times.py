"""The signs at times, and what they mean."""

from collections.abc import Sequence
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from clientbridge.core.meeting.slots import Fit, PartyTime, Remark
from clientbridge.render.meeting.times import legend, local_span, local_start

ASSUMED = (Remark(code=None, say="hours assumed"),)


def at(fit: Fit, remarks: tuple[Remark, ...] = (), day_shift: int = 0) -> PartyTime:
    return PartyTime(
        id="me",
        start=datetime(2026, 11, 24, 23, tzinfo=UTC),
        end=datetime(2026, 11, 25, tzinfo=UTC),
        timezone=ZoneInfo("UTC"),
        where="UTC",
        day_shift=day_shift,
        fit=fit,
        minutes_outside=0,
        cost=0,
        parts=(),
        notes=(),
        remarks=remarks,
    )


@pytest.mark.parametrize(
    ("times", "shown"),
    [
        ([], ()),
        ([at(Fit.WORKING)], ()),
        ([at(Fit.STRETCH), at(Fit.STRETCH)], ("~ outside working hours, but accepted",)),
        ([at(Fit.UNKNOWN, ASSUMED)], ("? office hours assumed, none are given",)),
        # of a day without data nothing is assumed
        ([at(Fit.UNKNOWN, ASSUMED), at(Fit.UNKNOWN)], ("? not known whether they work then",)),
        (
            [at(Fit.BUSY), at(Fit.STRETCH, ASSUMED), at(Fit.UNKNOWN, ASSUMED)],
            ("? office hours assumed, none are given   ~ outside working hours, but accepted   x not there",),
        ),
    ],
)
def test_the_signs_that_were_used_are_explained(times: Sequence[PartyTime], shown: tuple[str, ...]) -> None:
    assert legend(times) == shown


def test_a_time_has_its_weekday_where_that_is_not_yours() -> None:
    assert local_span(at(Fit.WORKING)).text == "23:00-24:00"
    assert local_span(at(Fit.STRETCH, day_shift=1)).text == "Tue 23:00-24:00 ~"
    assert local_start(at(Fit.CLOSED, day_shift=-1)).text == "Tue 23:00 x"
    assert local_start(at(Fit.CLOSED), sign=False).text == "23:00"
