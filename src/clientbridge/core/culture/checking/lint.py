"""What is wrong with a country file beyond its form: sources, words, lengths, dates, ids.

Each rule looks at the whole of `CountryNotes` and yields findings; a finding names the place in the file as a
path of keys, which the reader turns into a line.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterator
from datetime import date, timedelta

from clientbridge.core.culture.checking.country_texts import KeyPath, sentences, source_lists
from clientbridge.core.culture.checking.sweeping_words import is_latin, sweeping_word
from clientbridge.core.culture.country import CountryNotes, SeasonEffect, Topic
from clientbridge.core.culture.phrases import OCCASIONS_WITHOUT_A_FEAST
from clientbridge.core.culture.scales import ScaleId
from clientbridge.core.culture.sources import SourceRules
from clientbridge.core.days.day import DayStatus
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.spelling import nearest

LONGEST_SAY, LONGEST_DO, LONGEST_CAVEAT = 160, 120, 300
MOST_IN_BRIEF = {"watch": 3, "open_with": 2, "avoid": 2, "closing": 1}
LONGEST_TIME_TO_REVIEW = timedelta(days=731)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong, and the keys that lead to it."""

    path: KeyPath
    say: str
    suggestion: str | None = None


def lint(
    notes: CountryNotes, rules: SourceRules, *, code: str, today: date, feasts: Collection[str]
) -> tuple[Finding, ...]:
    """Every finding in the file of country `code`; `feasts` are the ids of the table of feasts."""
    findings = [*_code(notes, code), *_dates(notes, today), *_ages(notes, rules), *_occasions(notes, feasts)]
    for rule in _RULES:
        findings.extend(rule(notes, rules))
    return tuple(findings)


def _code(notes: CountryNotes, code: str) -> Iterator[Finding]:
    if notes.code != code:
        yield Finding(("code",), f"the file is called {code}.yaml but its code is '{notes.code}'")


def _dates(notes: CountryNotes, today: date) -> Iterator[Finding]:
    if notes.reviewed > today:
        yield Finding(("reviewed",), f"reviewed on {notes.reviewed}, which is still to come")
    if notes.review_after <= today:
        yield Finding(
            ("review_after",), f"was to be reviewed by {notes.review_after}", "read its sources again"
        )
    if notes.review_after - notes.reviewed > LONGEST_TIME_TO_REVIEW:
        yield Finding(("review_after",), "more than two years after the last review")
    for key, source in notes.sources.items():
        if source.accessed > notes.reviewed:
            yield Finding(
                ("sources", key, "accessed"), "read after the review of the file", "move 'reviewed' on"
            )


def _ages(notes: CountryNotes, rules: SourceRules) -> Iterator[Finding]:
    for path, keys, topic in source_lists(notes):
        read = notes.read(keys)
        if read and not any(rules.counts(source, topic=topic, on=notes.reviewed) for source in read):
            limit = rules.max_age_years.get(topic, rules.max_age_years["default"])
            if not (path[0] == "claims" and notes.claims[int(path[1])].stale):
                say = f"all its sources are older than the {limit} years that hold for {topic}"
                yield Finding(path, say, "find a younger one, or mark the claim 'stale: yes'")


def _occasions(notes: CountryNotes, feasts: Collection[str]) -> Iterator[Finding]:
    known = OCCASIONS_WITHOUT_A_FEAST.union(feasts)
    for index, greeting in enumerate(notes.greetings):
        occasion = greeting.words.occasion
        if occasion not in known:
            close = nearest(occasion or "", sorted(known), most=1)
            hint = f"did you mean '{close[0]}'?" if close else "write an id of data/greetings.yaml"
            yield Finding(("greetings", index, "occasion"), f"'{occasion}' is no feast", hint)


def _sources_exist(notes: CountryNotes, rules: SourceRules) -> Iterator[Finding]:
    del rules
    used: set[str] = set()
    for path, keys, _ in source_lists(notes):
        used.update(keys)
        if not keys:
            yield Finding(path, "has no source", "name at least one key of 'sources'")
        for key in keys:
            if key not in notes.sources:
                yield Finding((*path, "sources"), f"'{key}' is not among the sources")
        if len(set(keys)) < len(keys):
            yield Finding((*path, "sources"), "names a source twice")
    for index, claim in enumerate(notes.claims):
        for number, figure in enumerate(claim.figures):
            used.add(figure.source)
            if figure.source not in notes.sources:
                place = ("claims", index, "figures", number, "source")
                yield Finding(place, f"'{figure.source}' is not among the sources")


def _sources_allowed(notes: CountryNotes, rules: SourceRules) -> Iterator[Finding]:
    addresses = Counter(source.url for source in notes.sources.values())
    for key, source in notes.sources.items():
        if not source.host:
            yield Finding(("sources", key, "url"), f"'{source.url}' is not a web address")
        elif (reason := rules.denial(source)) is not None:
            yield Finding(
                ("sources", key, "url"), f"{source.host} is refused: {reason}", "use another source"
            )
        if addresses[source.url] > 1:
            yield Finding(("sources", key, "url"), "the same address stands under two keys")


def _words(notes: CountryNotes, rules: SourceRules) -> Iterator[Finding]:
    for path, text in sentences(notes):
        word = sweeping_word(text, rules)
        if word is not None:
            yield Finding(path, f"sweeping words: '{word}'", "say tends to, often, many, in larger firms")


def _lengths(notes: CountryNotes, rules: SourceRules) -> Iterator[Finding]:
    del rules
    for path, text in sentences(notes):
        most = {"do": LONGEST_DO, "caveat": LONGEST_CAVEAT}.get(str(path[-1]), LONGEST_SAY)
        if len(text) > most:
            yield Finding(path, f"{len(text)} characters; at most {most} fit on the screen")


def _ids(notes: CountryNotes, rules: SourceRules) -> Iterator[Finding]:
    del rules
    counts = Counter(claim.id for claim in notes.claims)
    for index, claim in enumerate(notes.claims):
        if counts[claim.id] > 1:
            yield Finding(("claims", index, "id"), f"'{claim.id}' is the id of two claims")


def _brief(notes: CountryNotes, rules: SourceRules) -> Iterator[Finding]:
    del rules
    parts = {
        "watch": notes.brief.watch,
        "open_with": notes.brief.open_with,
        "avoid": notes.brief.avoid,
        "closing": notes.brief.closing,
    }
    for part, ids in parts.items():
        if len(ids) > MOST_IN_BRIEF[part]:
            yield Finding(("brief", part), f"at most {MOST_IN_BRIEF[part]} fit on the screen")
        for claim_id in ids:
            claim = notes.claim(claim_id)
            if claim is None:
                yield Finding(("brief", part), f"no claim has the id '{claim_id}'")
            elif claim.do is None:
                yield Finding(
                    ("brief", part), f"'{claim_id}' has no 'do', so the brief cannot say what to do"
                )
            elif claim.stale or claim.disputed:
                yield Finding(
                    ("brief", part), f"'{claim_id}' is stale or disputed, so it may not be in a brief"
                )


def _spoken_words(notes: CountryNotes, rules: SourceRules) -> Iterator[Finding]:
    del rules
    for index, phrase in enumerate(notes.phrases):
        if not is_latin(phrase.native) and phrase.romanised is None:
            yield Finding(("phrases", index), f"'{phrase.native}' needs 'romanised'")
    for index, greeting in enumerate(notes.greetings):
        if greeting.words.sounds is None:
            yield Finding(("greetings", index), f"'{greeting.words.native}' needs 'sounds'")
        if not is_latin(greeting.words.native) and greeting.words.romanised is None:
            yield Finding(("greetings", index), f"'{greeting.words.native}' needs 'romanised'")


def _season_days(notes: CountryNotes, rules: SourceRules) -> Iterator[Finding]:
    del rules
    for index, season in enumerate(notes.slow_seasons):
        path = ("slow_seasons", index)
        if season.day not in {None, DayStatus.LIKELY_CLOSED, DayStatus.REDUCED}:
            yield Finding((*path, "day"), f"a season makes no day '{season.day}'", "likely_closed or reduced")
        if season.effect is SeasonEffect.CLOSED and season.day is not DayStatus.LIKELY_CLOSED:
            yield Finding(path, "many offices close, but its days count as ordinary", "day: likely_closed")
        if season.day is not None and season.name is None:
            yield Finding(path, "a day in it needs a name", "name: Golden Week")
        if (season.day is DayStatus.REDUCED) is not (season.shorter_by > 0):
            yield Finding(path, "reduced days and 'shorter_by' go together")


def _disputes_explained(notes: CountryNotes, rules: SourceRules) -> Iterator[Finding]:
    del rules
    for scale, value in notes.scales.items():
        if value.disputed and value.note is None:
            yield Finding(("scales", scale), "disputed, but 'note' does not say who says what")
    for index, claim in enumerate(notes.claims):
        if claim.disputed and claim.regional is None and len(claim.sources) < 2:  # noqa: PLR2004 - it takes two
            yield Finding(("claims", index), "disputed with one source; name the one that disagrees")


_TOPICS_OF_SCALES = frozenset(
    {
        Topic.RELATIONSHIP,
        Topic.NAMES,
        Topic.PUNCTUALITY,
        Topic.COMMUNICATION,
        Topic.SILENCE,
        Topic.FEEDBACK,
        Topic.HIERARCHY,
        Topic.DECISIONS,
    }
)


def _ties_said(notes: CountryNotes, rules: SourceRules) -> Iterator[Finding]:
    """A note on a person replaces what is tied to its scale; a file says so even where there is no tie."""
    del rules
    brief = notes.brief
    printed = {*brief.watch, *brief.open_with, *brief.avoid, *brief.closing}
    for index, claim in enumerate(notes.claims):
        path = ("claims", index)
        if claim.scales is None and (claim.topic in _TOPICS_OF_SCALES or claim.id in printed):
            say = f"'{claim.id}' does not say which scales it speaks of"
            yield Finding(path, say, "scales: [directness], or scales: [] where it holds at any value")
        if claim.topic is Topic.NAMES and claim.address is None:
            say = f"'{claim.id}' does not say whether it tells how to address people"
            yield Finding(path, say, "address: yes, or address: no")


def _ties_sound(notes: CountryNotes, rules: SourceRules) -> Iterator[Finding]:
    del rules
    for index, claim in enumerate(notes.claims):
        scales, path = claim.scales or (), ("claims", index)
        if len(set(scales)) < len(scales):
            yield Finding((*path, "scales"), "names a scale twice")
        if claim.address and ScaleId.FORMALITY not in scales:
            yield Finding(path, "forms of address are a matter of formality", "add it to 'scales'")


_RULES: tuple[Callable[[CountryNotes, SourceRules], Iterator[Finding]], ...] = (
    _sources_exist,
    _sources_allowed,
    _words,
    _lengths,
    _ids,
    _brief,
    _spoken_words,
    _season_days,
    _disputes_explained,
    _ties_said,
    _ties_sound,
)
