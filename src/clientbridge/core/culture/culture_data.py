"""The culture data behind an answer: scales, source rules, and the notes of both countries."""

from collections.abc import Mapping

from clientbridge.core.culture.country import CountryNotes
from clientbridge.core.culture.scales import Scale, ScaleId
from clientbridge.core.culture.sources import SourceRules
from clientbridge.core.frozen_dataclass import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class CultureData:
    """What is known of working cultures: scales, rules, and the notes of both countries."""

    scales: Mapping[ScaleId, Scale]
    rules: SourceRules
    yours: CountryNotes | None
    theirs: CountryNotes | None
