from clientbridge.core.command_line import command
from clientbridge.render.to_json import json_value
from clientbridge.render.typed import typed


def test_a_command_is_typed_with_its_long_words_in_quotes() -> None:
    known = command("log", "acme", "what was said", "--kind", "email")
    assert typed(known) == 'cb log acme "what was said" --kind email'
    assert json_value({"command": known}) == {"command": typed(known)}
