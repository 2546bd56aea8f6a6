"""A key is found by its name, by the end of it, and however its words are joined."""

import pytest

from clientbridge.adapters.workspace.profiles import schema
from clientbridge.adapters.workspace.profiles.reading import Section
from clientbridge.adapters.workspace.setting.key_names import find_key
from clientbridge.core.errors import UsageError


@pytest.mark.parametrize(
    ("section", "typed", "name"),
    [
        (schema.CLIENT, "hours", "hours"),
        (schema.CLIENT, "Hours", "hours"),
        (schema.CLIENT, "days-off", "days_off"),
        (schema.CLIENT, "days off", "days_off"),
        (schema.CLIENT, "rhythm.checkin", "rhythm.checkin"),
        (schema.CLIENT, "checkin", "rhythm.checkin"),
        (schema.CLIENT, "rhythm", "rhythm"),
        (schema.CLIENT, "schedule", "culture.schedule"),
        (schema.PERSON, "directness", "culture.directness"),
        (schema.ME, "languages", "languages"),
    ],
)
def test_a_key_is_found(section: Section, typed: str, name: str) -> None:
    found = find_key(section, typed)
    assert (found.name, found.key.name) == (name, name.rpartition(".")[2])


@pytest.mark.parametrize(
    ("section", "typed", "say", "hint"),
    [
        (schema.CLIENT, "timezon", "a client has no 'timezon'", "did you mean 'timezone'? There are: name, "),
        (schema.CLIENT, "directnes", "a client has no", "did you mean 'culture.directness'?"),
        (schema.CLIENT, "xyzzy", "a client has no 'xyzzy'", "There are: name, country"),
        (schema.ME, "language", "me.yaml has no 'language'", "did you mean 'languages'?"),
        (schema.CLIENT, "feedback", "may be several things", "write culture.feedback or rhythm.feedback"),
    ],
)
def test_another_word_is_told_with_the_right_ones(section: Section, typed: str, say: str, hint: str) -> None:
    with pytest.raises(UsageError) as told:
        find_key(section, typed)
    assert say in told.value.say
    assert hint in str(told.value.hint)
