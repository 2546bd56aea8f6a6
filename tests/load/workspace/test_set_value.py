"""Values set by typing them: which file and key they go to, what is told, and the way back."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sessions import make_workspace, session

from clientbridge.adapters.workspace.profiles import schema
from clientbridge.adapters.workspace.profiles.reading import Section
from clientbridge.adapters.workspace.setting.key_names import keys_of
from clientbridge.adapters.workspace.setting.typed_values import typed_example
from clientbridge.adapters.yaml_files.edit import Plain, plain
from clientbridge.adapters.yaml_files.reader import parse
from clientbridge.core.errors import UsageError
from clientbridge.core.workspace.profiles import Learned
from clientbridge.load.changes import undo
from clientbridge.load.workspace.set_value import Act, TypedChange, change_value

ACME = "name: Acme KK  # legal\ncountry: JP\npeople:\n  - id: sato\n    name: Kenichi Sato\n"


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    return make_workspace(tmp_path / "mine", acme=ACME)


def client_text(mine: Path) -> str:
    return (mine / "clients" / "acme.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "typed", "added"),
    [
        ("acme", TypedChange(key="hours", text="mon-thu 09:00-18:00"), 'hours: {mon-thu: "09:00-18:00"}\n'),
        ("Acme KK", TypedChange(key="checkin", text="2w"), "rhythm: {checkin: 2w}\n"),
        ("acme", TypedChange(key="directness", text="2"), 'culture: {directness: "2"}\n'),
        ("acme", TypedChange(key="observes", text="christmas", act=Act.ADD), "observes: [christmas]\n"),
        ("acme/sato", TypedChange(key="role", text="CTO"), "    role: CTO\n"),
        (
            "acme/sato",
            TypedChange(key="directness", text="2", because="said no outright"),
            '    culture: {directness: {value: "2", because: said no outright, since: "2026-11-23"}}\n',
        ),
    ],
)
def test_a_value_is_set_and_taken_back(mine: Path, name: str, typed: TypedChange, added: str) -> None:
    call = session(mine)
    told = change_value(call, name, typed)
    assert client_text(mine) == f"{ACME}{added}"
    assert (told.before, told.changed, told.file) == (None, True, "clients/acme.yaml")
    assert str(undo(session(mine)).what).startswith("client set")
    assert client_text(mine) == ACME


def test_what_you_learned_of_a_person_reads_back(mine: Path) -> None:
    typed = TypedChange(key="directness", text="2", because="said no outright", since="20 nov 2026")
    told = change_value(session(mine), "acme/sato", typed)
    assert told.after == "2 (because said no outright, since 2026-11-20)"
    assert (told.id, told.person, told.name) == ("acme", "sato", "Kenichi Sato")
    sato = session(mine).workspace.client("acme").people[0]
    assert dict(sato.culture) == {"directness": 2}
    known = Learned(value=2, because="said no outright", since=date(2026, 11, 20))
    assert dict(sato.learned) == {"directness": known}
    change_value(session(mine), "acme/sato", TypedChange(key="directness", text="3"))
    again = session(mine).workspace.client("acme").people[0]
    assert (dict(again.culture), dict(again.learned)) == ({"directness": 3}, {})


def test_you_are_me(mine: Path) -> None:
    told = change_value(session(mine), "me", TypedChange(key="stretch", text="07:00-21:30"))
    assert (told.id, told.name, told.file) == ("me", "Lea", "me.yaml")
    assert (mine / "me.yaml").read_text() == "name: Lea\ncountry: BE\nstretch: 07:00-21:30\n"


def test_the_same_value_again_writes_nothing(mine: Path) -> None:
    change_value(session(mine), "acme", TypedChange(key="language", text="ja"))
    again = change_value(session(mine), "acme", TypedChange(key="language", text="ja"))
    assert (again.changed, again.before, again.after) == (False, "ja", "ja")
    assert undo(session(mine)).what == "client set acme language"
    assert client_text(mine) == ACME


SAVED = "calendars/lea.ics, save: yes"
LOST = (
    'save: yes went with what stood there; to say it again: cb client set me calendar "there.ics, save: yes"'
)


@pytest.mark.parametrize(
    ("before", "typed", "after", "notes"),
    [
        ("", TypedChange(key="calendar", text=SAVED), {"file": "calendars/lea.ics", "save": "yes"}, []),
        (
            "",
            TypedChange(key="calendar", text="[{file: calendars/lea.ics, save: yes}]"),
            [{"file": "calendars/lea.ics", "save": "yes"}],
            [],
        ),
        (
            "calendar: there.ics\n",
            TypedChange(key="calendar", text=SAVED, act=Act.ADD),
            ["there.ics", {"file": "calendars/lea.ics", "save": "yes"}],
            [],
        ),
        (
            "calendar: {file: there.ics, save: yes}\n",
            TypedChange(key="calendar", text="https://cal.example/a.ics, busy: likely", act=Act.ADD),
            [
                {"file": "there.ics", "save": "yes"},
                {"address": "https://cal.example/a.ics", "busy": "likely"},
            ],
            [],
        ),
        (
            "calendar: {file: there.ics, save: yes}\n",
            TypedChange(key="calendar", text="there.ics", act=Act.REMOVE),
            None,
            [],
        ),
        (
            "calendar: [{file: there.ics, save: yes}]\n",
            TypedChange(key="calendar", text="there.ics"),
            "there.ics",
            [LOST],
        ),
        (
            "",
            TypedChange(key="calendar", text="nofile.ics"),
            "nofile.ics",
            ["there is no nofile.ics in your files yet; until there is, no time can be searched"],
        ),
    ],
)
def test_a_calendar_is_typed_with_what_is_said_of_it(
    mine: Path, before: str, typed: TypedChange, after: Plain | None, notes: list[str]
) -> None:
    me = "name: Lea\ncountry: BE\n"
    (mine / "there.ics").write_text("BEGIN:VCALENDAR\nEND:VCALENDAR\n", encoding="utf-8")
    (mine / "me.yaml").write_text(me + before, encoding="utf-8")
    told = change_value(session(mine), "me", typed)
    root = parse((mine / "me.yaml").read_bytes(), file="me.yaml").root
    assert root is not None
    calendar = root.get("calendar")
    assert (None if calendar is None else plain(calendar)) == after
    assert list(told.notes) == notes


@pytest.mark.parametrize(
    ("typed", "say"),
    [
        (TypedChange(key="people", text="x"), "people are added and removed by their own command"),
        (TypedChange(key="country", act=Act.UNSET), "country is needed"),
        (TypedChange(key="hours"), "what is hours to be?"),
        (TypedChange(key="hours", text="9-17", act=Act.ADD), "hours is one value, not a list"),
        (TypedChange(key="hours", text="9-17", because="x"), "belong to a value on a scale"),
        (TypedChange(key="region", text="Atlantis"), "Atlantis"),
        (TypedChange(key="rhythm.checkin_max", text="soon"), "soon"),
    ],
)
def test_what_cannot_be_set_is_told_and_changes_nothing(mine: Path, typed: TypedChange, say: str) -> None:
    with pytest.raises(UsageError) as told:
        change_value(session(mine), "acme", typed)
    assert say in told.value.say
    assert client_text(mine) == ACME


def test_the_sample_is_not_changed(tmp_path: Path) -> None:
    call = session(make_workspace(tmp_path / "mine"))
    demo = replace(call, folders=replace(call.folders, demo=True))
    with pytest.raises(UsageError, match="sample"):
        change_value(demo, "hikari", TypedChange(key="language", text="ja"))


@pytest.mark.parametrize(
    ("name", "section", "key"),
    [
        (name, section, one.name)
        for name, section in (("acme", schema.CLIENT), ("acme/sato", schema.PERSON), ("me", schema.ME))
        for one in keys_of(section)
        if one.key is not schema.PEOPLE and one.name not in {"culture", "channels", "rhythm", "context"}
    ],
)
def test_every_key_of_the_table_is_set_by_its_example(
    mine: Path, name: str, section: Section, key: str
) -> None:
    found = next(one for one in keys_of(section) if one.name == key)
    if found.name == "region":
        change_value(session(mine), name, TypedChange(key="country", text="JP"))
    example = typed_example(found.key)
    told = change_value(session(mine), name, TypedChange(key=key, text=example))
    assert told.after
    found_again = session(mine).workspace
    assert found_again.me.name
    assert found_again.client("acme").id == "acme"
