"""HOW ANSWERS LOOK: turn a result into text in one format; nothing here prints.

Each kind of result has one page, ``render/<room>/<kind>.py``; each format has one writer.
"""

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Literal, assert_never

from clientbridge.core.results import Result
from clientbridge.render.formats import Envelope, Format, Look
from clientbridge.render.page import Page

if TYPE_CHECKING:
    from clientbridge.render.views import View

__all__ = ["Envelope", "Format", "Look", "page_of", "render"]

_ROOMS: Mapping[str, str] = {
    "days": "days",
    "clock": "meeting",
    "invitation": "meeting",
    "meeting_cancelled": "meeting",
    "meeting_plan": "meeting",
    "meeting_text": "meeting",
    "meeting_time": "meeting",
    "next_slots": "meeting",
    "series_forgotten": "meeting",
    "offer": "meeting.offers",
    "offers": "meeting.offers",
    "culture": "culture",
    "briefing": "briefing",
    "agenda": "relationship",
    "client_map": "relationship",
    "corrected": "relationship",
    "handover": "relationship",
    "logged": "relationship",
    "promise_changed": "relationship",
    "promises": "relationship",
    "review": "relationship",
    "shared_review": "relationship",
    "check": "workspace",
    "client": "workspace",
    "client_added": "workspace",
    "client_edited": "workspace",
    "client_removed": "workspace.changing",
    "client_renamed": "workspace.changing",
    "clients": "workspace",
    "asked": "workspace.asking",
    "config": "workspace.program",
    "guide": "workspace.program",
    "imported_people": "workspace",
    "people": "workspace.changing",
    "profile_changed": "workspace.changing",
    "started": "workspace",
    "undone": "workspace",
}
"""The room of each kind's page, perhaps with a folder in it: ``render/<room>/<kind>.py``."""

_NEED_NO_SAMPLE = frozenset({"guide", "started", "config"})
"""What is the same with and without the sample."""


def render(
    result: Result,
    form: Format,
    *,
    look: Look,
    envelope: Envelope,
    view: "View | None" = None,
    of_sample: bool = False,
) -> str:
    """Return the whole answer as text ending in a line break; `view` limits what a page shows of it.

    A page of the sample offers its commands with ``--demo``.
    """
    if form is Format.JSON:
        from clientbridge.render.writers.to_json import to_json

        return to_json(result, envelope)
    page = page_of(result, view)
    if of_sample and result.kind not in _NEED_NO_SAMPLE:
        from clientbridge.render.sample_commands import for_sample

        page = for_sample(page)
    return _written(page, form, look, envelope)


def _written(
    page: Page,
    form: "Literal[Format.TERMINAL, Format.PLAIN, Format.MARKDOWN, Format.HTML]",
    look: Look,
    envelope: Envelope,
) -> str:
    match form:
        case Format.TERMINAL:
            from clientbridge.render.writers.to_terminal import to_terminal

            return to_terminal(page, look)
        case Format.PLAIN:
            from clientbridge.render.writers.to_plain import to_plain

            return to_plain(page)
        case Format.MARKDOWN:
            from clientbridge.render.writers.to_markdown import to_markdown

            return to_markdown(page)
        case Format.HTML:
            from clientbridge.render.writers.to_html import to_html

            return to_html(page, made_on=envelope.today)
        case _:
            assert_never(form)


def page_of(result: Result, view: "View | None" = None) -> Page:
    """Return the page of a result, from ``page`` in the module named by its kind; `view` limits it."""
    place = f"{_ROOMS[result.kind]}.{result.kind}"
    make_page = import_module(f"clientbridge.render.{place}").page
    page = make_page(result) if view is None else make_page(result, view)
    if not isinstance(page, Page):
        raise TypeError(f"render.{place}.page did not return a page")
    return page
