"""Write a call of the program as the user would type it, and find such calls in sentences."""

import re

from clientbridge.core.command_line import CommandLine, quoted
from clientbridge.render.page import Emphasis, Phrase, TextRun, offered

OFFERED = re.compile(r"(?:^|(?<=: ))cb .+?(?=   |$)")
"""A command in a sentence stands after a colon, and goes on to the end or to three blanks."""


def typed(command: CommandLine) -> str:
    """Return the command line starting with ``cb``; what a shell would take apart is quoted."""
    return " ".join(("cb", *map(quoted, command.words)))


def with_commands(sentence: str, emphasis: Emphasis = Emphasis.PLAIN) -> Phrase:
    """A sentence that may say what to type, with each command as a piece of its own."""
    pieces: list[TextRun] = []
    end = 0
    for found in OFFERED.finditer(sentence):
        pieces += (TextRun(sentence[end : found.start()], emphasis), offered(found[0], emphasis))
        end = found.end()
    return tuple(piece for piece in (*pieces, TextRun(sentence[end:], emphasis)) if piece.text)
