"""A value that is set in a file written by hand: it reads back, and every other line stays byte for byte."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clientbridge.adapters.time.zone_database import open_zone_database
from clientbridge.adapters.workspace.profiles import schema
from clientbridge.adapters.workspace.setting import profile_change as change
from clientbridge.adapters.workspace.setting.key_names import FoundKey, keys_of
from clientbridge.adapters.workspace.setting.typed_values import TypedValues, typed_example
from clientbridge.adapters.workspace.workspace import Workspace
from clientbridge.adapters.yaml_files.edit import plain
from clientbridge.adapters.yaml_files.reader import parse
from clientbridge.core.errors import UsageError, WrongFilesError

TYPED = TypedValues(open_zone_database(), date(2026, 11, 26))
SETTABLE = tuple(
    one
    for one in keys_of(schema.CLIENT)
    if one.key is not schema.PEOPLE and one.path[0] not in {"name", "country", "timezone"}
    if one.name not in {"culture", "channels", "rhythm", "context", "region", "rhythm.checkin_max"}
)
STYLES = {
    "hours": (
        "hours: 9:00-17:00",
        'hours: "8:00-16:00"   # asked',
        "hours:\n    mon-thu: 9-17 # long\n    fri: 9-12",
    ),
    "days_off": ("days_off: [{days: 2026-12-28}] # x", "days_off:\n- days: 2026-12-28\n  name: 'Closed'"),
    "language": ("language: 'ja'", "language : ja"),
    "culture": (
        "culture: {directness: 2, hierarchy: {value: 3, because: seen}}",
        "culture:\n  directness: 2",
    ),
    "rhythm": ("rhythm:\n      checkin: 2w   # two\n\n      visit: 12mo", 'rhythm: { "checkin": 2w }'),
    "notes": ("notes: |\n  Two lines.\n  # no comment", 'notes: "one: line"', "notes: >-\n  folded\n  text"),
    "people": ("people:\n  # the boss\n  - id: sato\n    name: Sato", "people: [{id: ana, name: Ana}]"),
    "context": ("context: {sector: solar, goals: [a,  b]}", "context:\n  goals:\n    - a\n    - b"),
    "observes": ("observes: [christmas]", "observes:\n  - christmas  # told\n  - easter"),
}
COMMENTS = ("", "", "# a word of mine", "#", "   # indented", "# hours: 09:00-12:30")


@dataclass(frozen=True)
class Written:
    """A file written by hand: its bytes, and those of each key."""

    content: bytes
    blocks: dict[str, bytes]


@st.composite
def files(draw: st.DrawFn) -> Written:
    newline = draw(st.sampled_from(("\n", "\r\n")))
    keys = draw(st.permutations(("name", "country", *draw(st.sets(st.sampled_from(sorted(STYLES)))))))
    written = {
        "name": ("name: Acme KK  # legal", "name: 'Acme'"),
        "country": ("country: JP", 'country: "JP"'),
    }
    blocks, lines = {}, [draw(st.sampled_from(COMMENTS))]
    for key in keys:
        block = draw(st.sampled_from({**STYLES, **written}[key]))
        blocks[key] = block.replace("\n", newline).encode()
        lines += [block, draw(st.sampled_from(COMMENTS))]
    end = draw(st.sampled_from(("\n", "", "\n\n")))
    return Written(("\n".join(lines) + end).replace("\n", newline).encode(), blocks)


@given(written=files(), found=st.sampled_from(SETTABLE))
def test_every_other_line_stays(written: Written, found: FoundKey) -> None:
    value = TYPED.value(found.key, typed_example(found.key))
    after = change.setting(found.path, value)(parse(written.content, file="f"))
    read = parse(after, file="f")
    node = change.node_at(read, found.path)
    assert node is not None
    wanted = change.setting(found.path, value)(parse(b"name: x\ncountry: JP\n", file="f"))
    expected = change.node_at(parse(wanted, file="f"), found.path)
    assert expected is not None
    assert plain(node) == plain(expected)
    own = written.blocks.get(found.path[0])
    if own is not None:
        before, _, behind = written.content.partition(own)
        assert after.startswith(before)
        assert after.endswith(behind.lstrip(b"\r\n"))
        return
    added = after.split(b"\n")
    for line in written.content.rstrip(b"\r\n").split(b"\n"):
        assert line.rstrip(b"\r") in (one.rstrip(b"\r") for one in added)
        added.remove(next(one for one in added if one.rstrip(b"\r") == line.rstrip(b"\r")))
    assert any(one.startswith(found.path[0].encode()) for one in added)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    (tmp_path / "clients").mkdir()
    (tmp_path / "me.yaml").write_text("name: Lea\ncountry: BE\nemail: lea@example.com\n")
    (tmp_path / "clients" / "acme.yaml").write_text(
        "name: Acme\ncountry: JP\nobserves: [christmas]\ndays_off: [{days: 2026-12-28, name: Shut}]\n"
    )
    return Workspace(folder=tmp_path)


def changed(workspace: Workspace, splice: change.Splice, which: str = "acme") -> str:
    change.change_profile(workspace, change.profile_file(workspace, which), splice)
    return change.profile_file(workspace, which).path.read_text()


def test_a_list_grows_and_shrinks_by_one(workspace: Workspace) -> None:
    assert "observes: [christmas, easter]" in changed(workspace, change.adding(("observes",), "easter"))
    assert "observes: [christmas, easter]" in changed(workspace, change.adding(("observes",), "Easter"))
    assert "observes: [easter]" in changed(
        workspace, change.removing(("observes",), "christmas", "Christmas")
    )
    same: dict[str, str] = {"days": "2026-12-28", "name": "Shut"}
    assert changed(workspace, change.adding(("days_off",), same)).count("2026-12-28") == 1
    assert "days_off: []" in changed(workspace, change.removing(("days_off",), "shut", "shut"))
    mail = changed(workspace, change.adding(("email",), "l@example.org"), "me")
    assert "email: [lea@example.com, l@example.org]" in mail


def test_what_is_not_in_a_list_cannot_leave_it(workspace: Workspace) -> None:
    with pytest.raises(UsageError, match="'easter' is not there"):
        changed(workspace, change.removing(("observes",), "easter", "easter"))


def test_leaving_out_what_is_not_there_changes_nothing(workspace: Workspace) -> None:
    file = change.profile_file(workspace, "acme")
    assert not change.change_profile(workspace, file, change.leaving_out(("hours",))).is_changed


def test_a_wrong_whole_is_not_written(workspace: Workspace) -> None:
    file = workspace.client_file("acme")
    before = file.read_bytes()
    with pytest.raises(UsageError, match="region"):
        changed(workspace, change.setting(("region",), "Atlantis"))
    assert file.read_bytes() == before


def test_a_mistake_is_mended_by_setting_it_and_others_are_told(workspace: Workspace) -> None:
    file = workspace.client_file("acme")
    file.write_text("name: Acme\ncountry: JP\nhours: 9\n")
    assert "hours: 9-17" in changed(workspace, change.setting(("hours",), "9-17"))
    file.write_text("name: Acme\ncountry: JP\nhours: 9\n")
    with pytest.raises(WrongFilesError):
        changed(workspace, change.setting(("language",), "ja"))
    assert file.read_text() == "name: Acme\ncountry: JP\nhours: 9\n"
