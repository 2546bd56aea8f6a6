import pytest

from clientbridge.core.workspace.people_import import ImportedPeople, ImportedPerson, LeftOut, left_out

ADDED = ImportedPerson(number=1, name="Ana Souza", id="ana", skipped=("notes", "photos"))
KNOWN = ImportedPerson(number=2, name="Bo Li", id=None, why_not="known already", known=True)
NAMELESS = ImportedPerson(number=3, name="", id=None, why_not="the card has no name", skipped=("photos",))


@pytest.mark.parametrize(
    ("people", "answered", "is_wrong_file"),
    [
        ((), True, True),
        ((NAMELESS,), True, True),
        ((KNOWN, NAMELESS), True, True),
        ((KNOWN,), False, False),
        ((ADDED,), True, False),
        ((KNOWN, NAMELESS, ADDED), True, False),
    ],
)
def test_a_file_without_anyone_to_add_is_wrong_unless_all_are_known(
    people: tuple[ImportedPerson, ...], *, answered: bool, is_wrong_file: bool
) -> None:
    imported = ImportedPeople(client="hikari", file="people.vcf", people=people)
    assert (imported.answered, imported.is_wrong_file) == (answered, is_wrong_file)


def test_what_is_left_out_is_counted_for_those_who_were_added() -> None:
    other = ImportedPerson(number=4, name="C", id="c", skipped=("photos",))
    assert left_out((ADDED, KNOWN, NAMELESS, other)) == (
        LeftOut(what="photos", cards=2),
        LeftOut(what="notes", cards=1),
    )
