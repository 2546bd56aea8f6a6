from clientbridge.core.command_line import command
from clientbridge.render.command_text import typed
from clientbridge.render.writers.to_json import json_value


def test_arguments_with_spaces_are_quoted() -> None:
    line = command("log", "acme", "what was said", "--kind", "email")
    assert typed(line) == 'cb log acme "what was said" --kind email'
    assert json_value({"command": line}) == {"command": typed(line)}
