"""What stands behind a statement, and how far it can be trusted: confidence is computed, never written."""

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from enum import StrEnum

from clientbridge.core.frozen_dataclass import dataclass

FAMILIES_FOR_HIGH, FAMILIES_FOR_MEDIUM = 3, 2


class SourceKind(StrEnum):
    """Who speaks."""

    GOVERNMENT = "government"
    ACADEMIC = "academic"
    SURVEY = "survey"
    PRESS = "press"
    LOCAL_BUSINESS = "local_business"
    PRACTITIONER = "practitioner"
    AGGREGATOR = "aggregator"
    LANGUAGE = "language"


class Confidence(StrEnum):
    """From one family of sources to three with a solid one among them."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"

    @property
    def rank(self) -> int:
        """0 for low, 2 for high."""
        return list(Confidence).index(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A page that somebody opened and read."""

    key: str
    """How the claims of the same file name it."""
    title: str
    publisher: str
    url: str
    kind: SourceKind
    accessed: date
    published: str | None = None
    """``2024``, ``2024-05`` or ``2024-05-17``, as far as the page says."""
    family: str | None = None
    licence: str | None = None

    @property
    def host(self) -> str:
        """The host name of the address, without ``www.``; empty when there is none."""
        scheme, there, rest = self.url.strip().casefold().partition("://")
        if not there or scheme not in {"http", "https"}:
            return ""
        return re.split("[/:?#]", rest, maxsplit=1)[0].removeprefix("www.")

    @property
    def year(self) -> int | None:
        """The year of publication, where known."""
        return int(self.published[:4]) if self.published else None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRules:
    """data/source_rules.yaml: what may stand behind a claim, and the words a sentence may not use."""

    solid_kinds: frozenset[SourceKind]
    family_of_host: Mapping[str, str]
    """Hosts whose pages share one text, sub-domains included, and the name of their family."""
    denied: Mapping[str, str]
    """Host and reason; sub-domains are included."""
    max_age_years: Mapping[str, int]
    """By topic, with ``default``."""
    words_anywhere: tuple[str, ...]
    words_before_a_people: tuple[str, ...]
    verbs_of_being: tuple[str, ...]
    peoples: tuple[str, ...]

    def family(self, source: Source) -> str:
        """The family a source counts in: its own, else that of its host, else its host."""
        host = source.host
        return source.family or next(
            (self.family_of_host[above] for above in domains(host) if above in self.family_of_host), host
        )

    def denial(self, source: Source) -> str | None:
        """Why the source is refused, or None."""
        reasons = (self.denied[above] for above in domains(source.host) if above in self.denied)
        return next(reasons, None)

    def counts(self, source: Source, *, topic: str, on: date) -> bool:
        """Whether the source is young enough for the topic on that day; of unknown age is."""
        limit = self.max_age_years.get(topic, self.max_age_years["default"])
        return source.year is None or on.year - source.year <= limit


def domains(host: str) -> Iterator[str]:
    """The host and every domain above it: ``a.b.org``, ``b.org``, ``org``."""
    while host:
        yield host
        host = host.partition(".")[2]


def confidence(
    sources: Collection[Source], rules: SourceRules, *, topic: str, on: date, disputed: bool
) -> Confidence:
    """High: three families, one of them solid. Medium: two. Low: one, or disputed."""
    counted = [source for source in sources if rules.counts(source, topic=topic, on=on)]
    families = {rules.family(source) for source in counted}
    if disputed or len(families) < FAMILIES_FOR_MEDIUM:
        return Confidence.LOW
    solid = any(source.kind in rules.solid_kinds for source in counted)
    return Confidence.HIGH if solid and len(families) >= FAMILIES_FOR_HIGH else Confidence.MEDIUM
