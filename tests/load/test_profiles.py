"""New and changed profiles."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from sessions import make_workspace, session

from clientbridge.core.errors import UnknownNameError, UsageError, WrongFilesError
from clientbridge.core.workspace.people_import import LeftOut
from clientbridge.load.changes import undo
from clientbridge.load.profiles import (
    Gazetteer,
    add_client,
    check_no_workspace,
    edit,
    editor_schema,
    identifier,
    import_people,
    start,
)
from clientbridge.load.workspace.new_ids import proposed_id, refused_id

CARD = "BEGIN:VCARD\nVERSION:4.0\nFN:Ana Souza\nEMAIL:ana@example.com\nEND:VCARD\n"


def editor(folder: Path, *, replaces: str, by: str) -> dict[str, str]:
    script = folder / "editor.py"
    script.write_text(
        "import sys, pathlib\nfile = pathlib.Path(sys.argv[1])\n"
        f"text = file.read_text(encoding='utf-8').replace({replaces!r}, {by!r})\n"
        "file.write_text(text, encoding='utf-8')\n",
        encoding="utf-8",
    )
    return {"EDITOR": f"'{sys.executable}' '{script}'"}


def test_hours_are_those_of_the_country() -> None:
    usual = {country: Gazetteer().usual_hours(country) for country in ("BE", "NO", "AQ")}
    assert usual == {"BE": "08:30-17:30", "NO": "08:00-16:00", "AQ": "09:00-17:30"}


def test_what_typed_names_mean() -> None:
    names = Gazetteer()
    assert (names.country("brazil"), names.country_name("BR")) == ("BR", "Brazil")
    assert (names.zone("tokyo"), names.language("pt-br"), names.main_language("JP")) == (
        "Asia/Tokyo",
        "pt-BR",
        "ja",
    )
    usual = [names.usual_language("IN", "Hyderabad"), names.usual_language("CA", "Québec")]
    assert (usual, names.usual_language("JP", None)) == (["en", "fr"], "ja")
    with pytest.raises(UnknownNameError):
        names.country("Atlantis")
    with pytest.raises(UsageError):
        names.language("klingonish words")


def test_a_zone_is_only_asked_for_where_there_are_several() -> None:
    names = Gazetteer()
    assert names.zones_of("JP", None).only == "Asia/Tokyo"
    choice = names.zones_of("BR", None)
    assert (choice.country, choice.only) == ("Brazil", None)
    assert "America/Sao_Paulo" in choice.zones
    assert names.zones_of("BR", "BR-SP").only == "America/Sao_Paulo"


def test_ids_are_short_and_free(tmp_path: Path) -> None:
    call = session(make_workspace(tmp_path / "mine", acme="name: Acme\ncountry: BE\n"))
    assert proposed_id(call, "Bolt Works") == "bolt"
    assert proposed_id(call, "Acme Works") == "acme-works"
    assert proposed_id(call, "Al Madar") == "madar"
    assert proposed_id(call, "株式会社 Hikari") == "hikari"
    assert proposed_id(call, "Great Acme") == "great-acme"
    assert proposed_id(call, "New Group") == "new-group"
    assert proposed_id(call, "O'Brien Farms") == "obrien"
    assert proposed_id(call, "L’Avenir") == "lavenir"
    assert proposed_id(call, "日本") is None
    assert refused_id(call, "日本") is None
    assert refused_id(call, "Acme") == ("acme", "acme-2")
    assert identifier("acme_2") == "acme_2"
    with pytest.raises(UsageError):
        identifier("Acme KK")


def test_a_workspace_is_started_once(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    check_no_workspace(folder)
    call, made = start(session(tmp_path), folder, {"name": "Lea", "country": "BE"})
    assert made[0] == "me.yaml"
    assert all((folder / name).is_file() for name in made)
    assert (call.workspace.folder, call.workspace.me.name) == (folder, "Lea")
    added = add_client(call, "acme", {"name": "Acme KK", "country": "JP"})
    assert (added.id, added.country, added.timezone, added.file) == (
        "acme",
        "JP",
        "Asia/Tokyo",
        "clients/acme.yaml",
    )
    assert undo(call).what == "client add acme"
    assert not (folder / added.file).exists()
    with pytest.raises(UsageError, match="is there already"):
        check_no_workspace(folder)


def test_an_edit_is_checked_and_can_be_taken_back(tmp_path: Path) -> None:
    folder = make_workspace(tmp_path / "mine", acme="name: Acme\ncountry: JP\n")
    file = folder / "clients" / "acme.yaml"
    before = file.read_bytes()
    assert not edit(session(folder), "acme", editor(tmp_path, replaces="x", by="x")).changed
    with pytest.raises(WrongFilesError):
        edit(session(folder), "acme", editor(tmp_path, replaces="JP", by="Nippn"))
    assert file.read_bytes() == before
    notes: list[str] = []
    saved = edit(session(folder, notes=notes), "acme", editor(tmp_path, replaces="Nippn", by="KR"))
    assert (saved.changed, saved.file) == (True, "clients/acme.yaml")
    assert notes == ["going on with the text kept in clients/.acme.draft.yaml"]
    assert b"country: KR" in file.read_bytes()
    assert undo(session(folder)).what == "client edit acme"
    assert file.read_bytes() == before


def test_a_profile_written_by_another_hand_meanwhile_is_left_alone(tmp_path: Path) -> None:
    folder = make_workspace(tmp_path / "mine", acme="name: Acme\ncountry: JP\n")
    file = folder / "clients" / "acme.yaml"
    script = tmp_path / "both.py"
    script.write_text(
        f"import sys, pathlib\npathlib.Path({str(file)!r}).write_text('name: Bolt\\ncountry: NO\\n')\n"
        "pathlib.Path(sys.argv[1]).write_text('name: Acme\\ncountry: KR\\n')\n",
        encoding="utf-8",
    )
    with pytest.raises(Exception, match="was changed while you were in the editor"):
        edit(session(folder), "acme", {"EDITOR": f"'{sys.executable}' '{script}'"})
    assert file.read_text(encoding="utf-8") == "name: Bolt\ncountry: NO\n"


def test_people_come_from_cards_once(tmp_path: Path) -> None:
    folder = make_workspace(tmp_path / "mine", acme="name: Acme\ncountry: JP\n")
    (folder / "cards.vcf").write_text(CARD, encoding="utf-8")
    first = import_people(session(folder), "acme", Path("cards.vcf"))
    assert [(person.name, person.id) for person in first.people] == [("Ana Souza", "ana")]
    again = import_people(session(folder), "acme", Path("cards.vcf"))
    assert [person.why_not for person in again.people] == ["known already"]
    assert undo(session(folder)).what == "client import acme cards.vcf"
    assert undo(session(folder)).what is None


def test_each_card_is_added_or_told(tmp_path: Path) -> None:
    folder = make_workspace(
        tmp_path / "mine", acme="name: Acme\ncountry: JP\npeople: [{id: bo, name: Bo Li}]\n"
    )
    cards = (
        ("N:山田;太郎;;;", "EMAIL:yamada.t@example.jp", "TZ:Europe/", "TZ:asia/tokyo", "PHOTO:A"),
        ("FN:Dr. Jan Doe", "N:Doe;Jan;;Dr.;", "TZ:+09:00", "TZ;VALUE=utc-offset:-0500", "TZ:IST", "PHOTO:A"),
        ("FN:김민준",),
        ("FN:bo  li", "PHOTO:A"),
        ("EMAIL:info@example.com",),
        ("TEL:+1",),
        ("X-A:1",),
        ("KIND:group", "FN:PERS"),
    )
    text = "".join("\n".join(("BEGIN:VCARD", *lines, "END:VCARD", "")) for lines in cards)
    (folder / "cards.vcf").write_text(text, encoding="utf-8")
    found = import_people(session(folder), "acme", Path("cards.vcf"))
    assert [(person.number, person.name, person.id, person.why_not) for person in found.people] == [
        (1, "山田 太郎", "yamada", None),
        (2, "Dr. Jan Doe", "jan", None),
        (3, "김민준", "person", None),
        (4, "bo li", None, "known already"),
        (5, "info@example.com", None, "the card has no name"),
        (6, "+1", None, "the card has no name"),
        (7, "", None, "the card has no name"),
    ]
    assert [[(one.text, one.why) for one in person.refused] for person in found.people[:2]] == [
        [("Europe/", "is cut short")],
        [
            ("+09:00", "is an offset, not the name of a zone"),
            ("-0500", "is an offset, not the name of a zone"),
            ("IST", "is no time zone"),
        ],
    ]
    assert found.left_out == (LeftOut(what="photos", cards=2),)
    assert [one.name for one in found.no_people] == ["PERS"]
    assert "timezone: Asia/Tokyo" in (folder / "clients" / "acme.yaml").read_text(encoding="utf-8")


def test_only_a_file_without_anyone_to_add_is_wrong(tmp_path: Path) -> None:
    folder = make_workspace(
        tmp_path / "mine", acme="name: Acme\ncountry: JP\npeople: [{id: bo, name: Bo Li}]\n"
    )
    known, group, nameless = "FN:Bo Li", "KIND:group", "TEL:1"
    for lines, answered, is_wrong in (
        ((known,), False, False),
        ((known, group), False, False),
        ((known, nameless), True, True),
        ((group,), True, True),
        ((nameless,), True, True),
        ((nameless, "FN:Ana", known), True, False),
    ):
        text = "".join(f"BEGIN:VCARD\n{line}\nEND:VCARD\n" for line in lines)
        (folder / "cards.vcf").write_text(text, encoding="utf-8")
        found = import_people(session(folder), "acme", Path("cards.vcf"))
        assert (found.answered, found.is_wrong_file) == (answered, is_wrong), lines


def test_the_sample_is_not_changed(tmp_path: Path) -> None:
    call = session(make_workspace(tmp_path / "mine"))
    sample = replace(call, folders=replace(call.folders, demo=True))
    with pytest.raises(UsageError, match="the sample workspace is not changed"):
        edit(sample, "hikari", {})
    with pytest.raises(UsageError, match="the sample workspace is not changed"):
        import_people(sample, "hikari", Path("cards.vcf"))


def test_only_two_files_have_a_schema() -> None:
    assert editor_schema("me") != editor_schema("client")
    assert editor_schema("you") is None


def test_a_part_of_a_country_is_told_with_the_words_to_type() -> None:
    assert Gazetteer().country("Kenya") == "KE"
    with pytest.raises(UnknownNameError) as error:
        Gazetteer().country("Scotland")
    assert error.value.hint == "Scotland is a part of United Kingdom: --country GB --region GB-SCT"
