"""`docs/screens.md` shows every screen, as it is."""

import shlex

from generated_docs import commands
from screens_page import NOT_SHOWN, PAGE, SCREENS, WRITING, screens_page

from clientbridge.cli.app import make_app

USUAL = {"client": "client list", "promise": "promise list", "data": "data check", "offer": "offer list"}
"""What a group does when it is called alone."""


def test_the_page_of_screens_is_fresh() -> None:
    assert PAGE.read_text(encoding="utf-8") == screens_page(), "run: make docs, and look at what is new"


def test_every_command_has_a_screen() -> None:
    names = {" ".join(words) for words in commands(make_app(width=80))}
    shown = {name_of(screen, names) for screen in (*SCREENS, *WRITING)}
    assert names - shown == set(NOT_SHOWN)


def name_of(screen: str, names: set[str]) -> str:
    first, *rest = shlex.split(screen)
    two = " ".join((first, *rest[:1]))
    return two if two in names else USUAL.get(first, first)
