"""Places typed as ``@birmingham``: which of several is meant, asked where there is someone to ask."""

from collections.abc import Sequence

from clientbridge.cli.context import Context
from clientbridge.core.errors import SeveralPlacesError
from clientbridge.core.meeting.request import PLACE_SIGN, is_place
from clientbridge.load.meeting.place_parties import place_meant


def with_places_chosen(context: Context, names: Sequence[str], *, need_clock: bool = True) -> tuple[str, ...]:
    """The names, each place of several as the words that mean one of them, and each with one clock if needed.

    Raises UnknownNameError for no place, SeveralPlacesError where nobody can be asked.
    """
    return tuple(_chosen(context, name, need_clock=need_clock) if is_place(name) else name for name in names)


def _chosen(context: Context, name: str, *, need_clock: bool) -> str:
    while True:
        try:
            place_meant(context.session, name)
        except SeveralPlacesError as several:
            if several.of_clocks and not need_clock:
                return name
            if not context.may_ask:
                raise
            name = PLACE_SIGN + _asked(context, several)
        else:
            return name


def _asked(context: Context, several: SeveralPlacesError) -> str:
    from clientbridge.cli.prompts import ListedChoice, choose

    question = "Which clock?" if several.of_clocks else "Which of them?"
    choices = [ListedChoice(value=words, label=words) for words in several.candidates]
    return choose(context, question, choices, default=1)
