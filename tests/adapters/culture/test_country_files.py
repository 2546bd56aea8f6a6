from pathlib import Path

import pytest
from culture_samples import DATA, GOOD_COUNTRY, TODAY

from clientbridge.adapters.culture.check_country_files import problems_of
from clientbridge.adapters.culture.country_files import codes_with_files, country_notes
from clientbridge.adapters.culture.culture_tables import read_scales, read_source_rules
from clientbridge.core.culture.scales import ScaleId
from clientbridge.core.culture.sources import Confidence
from clientbridge.core.errors import WrongFilesError
from clientbridge.core.time.date_rules import FEASTS
from clientbridge.core.time.movable_feasts import RULED_DAYS

RULES = read_source_rules(DATA)


def problems(folder: Path, text: str) -> list[str]:
    path = folder / "XK.yaml"
    path.write_text(text, encoding="utf-8")
    return [f"{found.line}: {found.say}" for found in problems_of(path, RULES, today=TODAY)[1]]


def test_a_good_file_has_no_problem(tmp_path: Path) -> None:
    assert problems(tmp_path, GOOD_COUNTRY) == []


def test_confidence_is_computed_from_the_sources(tmp_path: Path) -> None:
    (tmp_path / "XK.yaml").write_text(GOOD_COUNTRY, encoding="utf-8")
    notes = country_notes(tmp_path, "XK")
    assert notes is not None
    found = {scale: notes.scale_confidence(value, RULES) for scale, value in notes.scales.items()}
    assert found == {
        ScaleId.DIRECTNESS: Confidence.HIGH,
        ScaleId.SCHEDULE: Confidence.MEDIUM,
        ScaleId.FORMALITY: Confidence.LOW,
    }


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("[trainer, poll]}\n  form", "[trainer, pol]}\n  form", "'pol' is not among the sources"),
        ("sources: [guide, trainer]", "sources: []", "has no source"),
        ("trainer.example.com", "blog.rivermate.com", "refused: generated country pages"),
        ("A no is often", "A no is always", "sweeping words: 'always'"),
        ("A no is often", "Germans are blunt and a no is often", "sweeping words: 'Germans are'"),
        ("A no is often", "With all Albanians a no is often", "sweeping words: 'all Albanians'"),
        ("A no is often", "A no they say is often", "sweeping words: 'they'"),
        ("Softer in the south", "Never harsh", "sweeping words: 'Never'"),
        ("reviewed: 2026-11-20", "reviewed: 2026-12-01", "still to come"),
        ("reviewed: 2026-11-20\n", "", "'reviewed' is missing"),
        ("review_after: 2027-11-20", "review_after: 2026-11-24", "was to be reviewed"),
        ("watch: [soft_no]", "watch: [soft]", "no claim has the id 'soft'"),
        ("    do: Ask what would have to change.\n", "", "has no 'do'"),
        (", romanised: Srekna Nova godina", "", "needs 'romanised'"),
        (", sounds: fah-leh-meen-DEH-reet", "", "'sounds' is missing"),
        ("native: Faleminderit, ", "", "'native' is missing"),
        (", year: 2025, source: poll", ", source: poll", "'year' is missing"),
        (", year: 2025, source: poll", ", year: 2025", "'source' is missing"),
        ("A no is often", f"A no is {'rather ' * 30}often", "characters; at most 160"),
        ("Ask what would", f"Ask {'kindly ' * 20}what would", "characters; at most 120"),
        ("[trainer]}\n\nbrief", "[trainer], confidence: high}\n\nbrief", "unknown key 'confidence'"),
        ("code: XK", "code: XX", "its code is 'XX'"),
        ("value: 4,", "value: 3.5,", "whole number from 1 to 5"),
        ("topic: names", "topic: nams", "'nams' is no topic"),
        ("scales: [formality]", "scales: [formalty]", "'formalty' is no scale"),
        ("    scales: [directness]\n", "", "'soft_no' does not say which scales it speaks of"),
        ("    address: yes\n", "", "'names' does not say whether it tells how to address people"),
        ("address: yes", "address: maybe", "'address' is yes or no"),
        ('to: "08-20"', 'to: "08-32"', "not a day of the year"),
        ("  schedule:", "  shedule:", "'shedule' is no scale"),
        ("coverage: stub", "coverage: full", "not full yet, it lacks 4 more scales (3 of 7)"),
        ("published: 2024-05", "published: 1999", "older than the 10 years that hold for working_time"),
        ("note: Softer in the south.", "disputed: yes", "does not say who says what"),
        ("id: names", "id: soft_no", "is the id of two claims"),
        ("effect: thin", "effect: closed", "its days count as ordinary"),
        ("effect: thin", "effect: thin, day: likely_closed", "a day in it needs a name"),
        ("effect: thin", "effect: thin, day: closed, name: A", "a season makes no day 'closed'"),
        ("effect: thin", "effect: thin, day: reduced, name: A", "reduced days and 'shorter_by' go together"),
        ("effect: thin", "effect: thin, shorter_by: 60", "reduced days and 'shorter_by' go together"),
    ],
)  # fmt: skip
def test_each_rule_finds_its_breach(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert old in GOOD_COUNTRY
    found = problems(tmp_path, GOOD_COUNTRY.replace(old, new, 1))
    assert any(expected in problem for problem in found), found


def test_all_mistakes_are_told_with_their_lines(tmp_path: Path) -> None:
    text = GOOD_COUNTRY.replace("code: XK", "code: XX").replace("A no is often", "A no is never")
    assert [problem.split(":")[0] for problem in problems(tmp_path, text)] == ["2", "33"]


def test_what_is_not_yaml_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "XK.yaml").write_text("schema: 1\ncode: [XK\n", encoding="utf-8")
    with pytest.raises(WrongFilesError) as caught:
        country_notes(tmp_path, "XK")
    (problem,) = caught.value.problems
    assert (problem.place, problem.suggestion) == ("data/countries/XK.yaml:2:7", "close it with ]")


def test_a_country_without_a_file_is_none(tmp_path: Path) -> None:
    assert country_notes(tmp_path, "AQ") is None
    assert codes_with_files(tmp_path) == ()


def test_movable_days_carry_their_offset(tmp_path: Path) -> None:
    (tmp_path / "XK.yaml").write_text(GOOD_COUNTRY.replace('"07-15"', "carnival-3"), encoding="utf-8")
    notes = country_notes(tmp_path, "XK")
    assert notes is not None
    assert notes.slow_seasons[0].first == "carnival-3"


def test_the_readme_names_every_movable_day() -> None:
    readme = (DATA / "countries" / "README.md").read_text(encoding="utf-8")
    assert [day for day in (*RULED_DAYS, *FEASTS) if f"`{day}`" not in readme] == []


def test_every_scale_has_five_anchors_and_short_advice() -> None:
    scales = read_scales(DATA)
    assert list(scales) == list(ScaleId)
    for scale in scales.values():
        assert len(scale.anchors) == len(set(scale.anchors)) == 5
        assert scale.middle is not None
        ways = (scale.up, scale.down, scale.middle)
        for advice in (*ways, *(way.addressed for way in ways if way.addressed is not None)):
            assert len(advice.label) <= 12
            assert len(advice.say) <= 66
            assert len(advice.do) <= 66
