from clientbridge.core.command_line import CommandLine, command


def test_a_call_is_its_words() -> None:
    assert command("log", "acme", "call went well") == CommandLine(("log", "acme", "call went well"))
    assert command() == CommandLine(())
