"""What words of ``cb holidays`` mean that leave something out: the year, or that a month begins a range."""

from collections.abc import Iterator, Sequence

from clientbridge.core.time.typed.day_words import is_month

_DIGITS_OF_A_YEAR = 4
THIS_YEAR = "now"
"""How the words say the year of now."""


def with_days(words: Sequence[str]) -> Iterator[str]:
    """The words; a ``--year`` without a year is that of now, ``--month dec`` that month."""
    for word, following in zip(words, (*words[1:], ""), strict=True):
        yield word
        if word == "--year" and not (len(following) == _DIGITS_OF_A_YEAR and following.isdecimal()):
            yield THIS_YEAR
        if word == "--month" and is_month(following):
            yield "--from"
