"""Which file is the journal of a client."""

from pathlib import Path
from typing import Literal, TypeAlias
from unicodedata import normalize

import pytest

from clientbridge.adapters.relationship.journals import Journals

Form: TypeAlias = Literal["NFC", "NFD"]


@pytest.mark.parametrize(("stored", "asked"), [("NFC", "NFD"), ("NFD", "NFC"), ("NFC", "NFC")])
def test_a_journal_is_found_however_its_name_is_stored(stored: Form, asked: Form, tmp_path: Path) -> None:
    (tmp_path / "journal").mkdir()
    there = tmp_path / "journal" / f"{normalize(stored, 'josé')}.jsonl"
    there.write_text("", encoding="utf-8")
    assert Journals(tmp_path).path(normalize(asked, "josé")).name == there.name


def test_a_journal_that_is_not_there_has_the_name_of_its_client(tmp_path: Path) -> None:
    (tmp_path / "journal").mkdir()
    (tmp_path / "journal" / "jose.jsonl").write_text("", encoding="utf-8")
    assert Journals(tmp_path).path("josé").name == "josé.jsonl"
