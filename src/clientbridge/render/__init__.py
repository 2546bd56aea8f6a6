"""HOW ANSWERS LOOK: one result becomes text in one format; nothing here prints.

Each kind of result has one page, `render/pages/<kind>.py`; each format has one writer.
"""

from importlib import import_module
from typing import assert_never

from clientbridge.core.results import Result
from clientbridge.render.formats import Format, Look
from clientbridge.render.page import Page
from clientbridge.render.to_json import Envelope, to_json

__all__ = ["Envelope", "Format", "Look", "page_of", "render"]


def render(result: Result, form: Format, *, look: Look, envelope: Envelope) -> str:
    """The whole answer as text, ending in a line break."""
    match form:
        case Format.JSON:
            return to_json(result, envelope)
        case Format.TERMINAL:
            from clientbridge.render.to_terminal import to_terminal

            return to_terminal(page_of(result), look)
        case Format.PLAIN:
            from clientbridge.render.to_plain import to_plain

            return to_plain(page_of(result))
        case Format.MARKDOWN:
            from clientbridge.render.to_markdown import to_markdown

            return to_markdown(page_of(result))
        case _:
            assert_never(form)


def page_of(result: Result) -> Page:
    """The page of a result, made by ``page`` in the module of `render.pages` that its kind names."""
    module = import_module(f"clientbridge.render.pages.{result.kind}")
    made = module.page(result)
    if not isinstance(made, Page):
        raise TypeError(f"render.pages.{result.kind}.page gave no page")
    return made
