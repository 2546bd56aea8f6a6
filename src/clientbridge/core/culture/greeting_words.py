"""What to say on a day in the language of a country, for the feast that every command greets."""

from collections.abc import Iterator, Sequence
from itertools import chain

from clientbridge.core.culture.country import CountryNotes, OccasionGreeting
from clientbridge.core.culture.phrases import OCCASIONS_WITHOUT_A_FEAST, SpokenWords, in_language
from clientbridge.core.days.day import Day
from clientbridge.core.days.greetings import Feast, Feasts, greeted_feast, is_kept, observes_feast
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.time.date_rules import FeastDates, span_around


@dataclass(frozen=True, slots=True, kw_only=True)
class Greeted:
    """Whom the words are for."""

    observes: Sequence[str]
    """Feasts the client is known to keep."""
    language: str | None


def greetings_on(notes: CountryNotes | None, day: Day, dates: FeastDates) -> tuple[OccasionGreeting, ...]:
    """The greetings of a country whose days include this one, for whomever they are."""
    return tuple(
        greeting
        for greeting in (notes.greetings if notes is not None else ())
        if (span := span_around(greeting.first, greeting.last, day.date, dates)) is not None
        and span[0] <= day.date
    )


def greeting_words(
    day: Day, notes: CountryNotes | None, dates: FeastDates, feasts: Feasts, who: Greeted
) -> SpokenWords | None:
    """The words of a country for a client on a day; None where nothing is to be said.

    On a day with a feast that is greeted, they are the words of that feast, or of an occasion that is none;
    on other days of any feast that the nation or the client keeps. A solemn day gets none.
    """
    if notes is None or feasts.solemn(day) is not None:
        return None
    fitting = tuple(_fitting(day, notes, dates, feasts, who))
    today = greeted_feast(day, feasts, who.observes)
    if today is None:
        return next(iter(fitting), None)
    of_today = (words for words in fitting if today.has_words_of(words.occasion))
    of_no_feast = (words for words in fitting if words.occasion in OCCASIONS_WITHOUT_A_FEAST)
    return next(chain(of_today, of_no_feast), None)


def _fitting(
    day: Day, notes: CountryNotes, dates: FeastDates, feasts: Feasts, who: Greeted
) -> Iterator[SpokenWords]:
    """The words of these days that are for the client, whatever the feast of the day."""
    spoken = in_language((greeting.words for greeting in notes.greetings), who.language)
    for greeting in greetings_on(notes, day, dates):
        feast = feasts.with_id(greeting.words.occasion)
        known = feast is not None and _is_for(greeting, feast, day.place.country, who.observes)
        if greeting.words in spoken and (known or greeting.words.occasion in OCCASIONS_WITHOUT_A_FEAST):
            yield greeting.words


def _is_for(greeting: OccasionGreeting, feast: Feast, country: str, observes: Sequence[str]) -> bool:
    if greeting.only_to_keepers:
        return observes_feast(observes, feast)
    return not feast.of_one_faith or is_kept(feast, country, observes)
