"""data/scales.yaml and data/source_rules.yaml -> core values."""

from collections.abc import Mapping
from pathlib import Path

from clientbridge.adapters.yaml_files.fields import Fields
from clientbridge.adapters.yaml_files.problems import FileProblems
from clientbridge.adapters.yaml_files.reader import read
from clientbridge.core.culture.scales import HIGHEST, LOWEST, Advice, Scale, ScaleId
from clientbridge.core.culture.sources import SourceKind, SourceRules
from clientbridge.core.errors import WrongFilesError

_SCALE = frozenset(
    {"id", "name", "ends", "ask", "not_this", "weight", "anchors", "addressed_anchors", "advice"}
)


def read_scales(folder: Path) -> Mapping[ScaleId, Scale]:
    """The nine scales, in their order; raises WrongFilesError."""
    problems, top = _top(folder / "scales.yaml")
    scales = [_scale(row) for row in top.rows("scales", _SCALE)]
    _raise_if_wrong(problems)
    return {scale.id: scale for scale in scales}


def _scale(row: Fields) -> Scale:
    advice = row.part("advice")
    return Scale(
        id=row.choice("id", ScaleId),
        name=row.text("name"),
        ends=_ends(row.part("ends")),
        ask=row.text("ask"),
        anchors=_anchors(row.part("anchors")),
        addressed_anchors=_anchors(row.part("addressed_anchors")) if "addressed_anchors" in row else (),
        up=_advice(advice.part("up")),
        down=_advice(advice.part("down")),
        middle=_advice(advice.part("middle")),
        weight=row.whole("weight", 1, 3),
    )


def _ends(row: Fields) -> tuple[str, str]:
    return row.text("low"), row.text("high")


def _anchors(row: Fields) -> tuple[str, ...]:
    return tuple(row.text(str(step)) for step in range(LOWEST, HIGHEST + 1))


def _advice(row: Fields) -> Advice:
    label = row.text("label")
    named = row.under("addressed", {"say", "do"})
    return Advice(
        label=label,
        say=row.text("say"),
        do=row.text("do"),
        addressed=None if named is None else Advice(label=label, say=named.text("say"), do=named.text("do")),
    )


def read_source_rules(folder: Path) -> SourceRules:
    """What may stand behind a claim; raises WrongFilesError."""
    problems, top = _top(folder / "source_rules.yaml")
    kinds, families = top.part("kinds"), top.part("families")
    ages, sweeping = top.part("max_age_years"), top.part("sweeping")
    rules = SourceRules(
        solid_kinds=frozenset(kind for kind in SourceKind if kinds.part(kind).yes("solid")),
        family_of_host={host: name for name in families for host in families.part(name).texts("hosts")},
        denied={row.text("host"): row.text("why") for row in top.rows("deny", {"host", "why"})},
        max_age_years={topic: ages.whole(topic, 1, 100) for topic in ages},
        words_anywhere=sweeping.texts("anywhere"),
        words_before_a_people=sweeping.texts("before_a_people"),
        verbs_of_being=sweeping.texts("verbs_of_being"),
        peoples=top.texts("peoples"),
    )
    _raise_if_wrong(problems)
    return rules


def _top(path: Path) -> tuple[FileProblems, Fields]:
    document = read(path, file=f"data/{path.name}")
    if document.root is None:
        raise WrongFilesError(document.problems)
    problems = FileProblems(document)
    return problems, Fields(document.root, problems)


def _raise_if_wrong(problems: FileProblems) -> None:
    if problems.problems:
        raise WrongFilesError(problems.problems)
