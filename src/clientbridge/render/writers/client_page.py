"""One page for a client as a whole file: it loads nothing, sends nothing, and runs what it was written with.

The policy in its head allows one style and one script, by their hashes; everything else is refused by the
browser, so that no name in it can become markup that acts.
"""

import base64
import hashlib
import json
from collections.abc import Mapping, Sequence
from html import escape
from typing import TypeAlias
from urllib.parse import quote

from clientbridge.core.culture.client_pages.page_words import PageWords
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.render.safe_text import safe
from clientbridge.render.writers.client_page_script import SHARED_SCRIPT
from clientbridge.render.writers.client_page_style import CLIENT_PAGE_STYLE

PageData: TypeAlias = "str | int | Sequence[PageData] | Mapping[str, PageData] | None"

_MARK = '<meta name="generator" content="clientbridge, for a client">'
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientPage:
    """What differs from page to page."""

    words: PageWords
    title: str
    body: str
    """HTML, in which all that is not ours is escaped already."""
    script: str
    data: Mapping[str, PageData]
    """What the script works with."""


def client_page(page: ClientPage) -> str:
    """The file."""
    script = f"(() => {{ 'use strict';{SHARED_SCRIPT}{page.script}}})();"
    policy = (
        f"default-src 'none'; style-src '{_hash(CLIENT_PAGE_STYLE)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    language = page.words.language
    direction = "rtl" if language.partition("-")[0] in _RIGHT_TO_LEFT else "ltr"
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(language)}" dir="{direction}">\n<head>\n'
        '<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        f"{_MARK}\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n<meta name="robots" content="noindex">\n'
        f"<title>{shown(page.title)}</title>\n<style>{CLIENT_PAGE_STYLE}</style>\n</head>\n"
        f"<body>\n{page.body}\n"
        f'<script type="application/json" id="data">{as_json(page.data)}</script>\n'
        f"<script>{script}</script>\n</body>\n</html>\n"
    )


def is_own_client_page(text: str) -> bool:
    """Whether a text is a page for a client that `client_page` wrote."""
    return _MARK in text


def shown(text: str) -> str:
    """A text as HTML: nothing in it is markup, and no control character moves what stands beside it."""
    return escape(safe(text))


def sentence(words: PageWords, key: str, **parts: str) -> str:
    """A sentence as HTML, in which each part keeps to itself whichever way its script is written."""
    return shown(words.sentences[key]).format_map(
        {name: f"<bdi>{shown(part)}</bdi>" for name, part in parts.items()}
    )


def as_json(data: PageData) -> str:
    """JSON that can stand inside an element: no character of it can end the element or a line."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text


def mailto(address: str, subject: str, body: str) -> str:
    """A link that opens a mail; the lines of the body end as RFC 6068 asks."""
    lines = body.replace("\n", "\r\n")
    return f"mailto:{quote(address, safe='@')}?subject={quote(subject, safe='')}&body={quote(lines, safe='')}"


def reply_section(words: PageWords, *, sender: str, address: str | None) -> str:
    """Where the reply is shown to be copied, once it is known; hidden until then."""
    if address is None:
        how, again = sentence(words, "send_copy", sender=sender), ""
    else:
        how = sentence(words, "if_no_mail", address=address)
        again = f' <a class="act second" id="again" href="#">{sentence(words, "mail")}</a>'
    return (
        '<section id="answer" aria-labelledby="answer-title" tabindex="-1" hidden>\n'
        f'<h2 id="answer-title">{sentence(words, "answer")}</h2>\n<p id="how">{how}</p>\n'
        '<textarea id="reply-text" rows="8" readonly aria-labelledby="answer-title" '
        'aria-describedby="how"></textarea>\n'
        f'<p><button type="button" class="act" id="copy">{sentence(words, "copy")}</button>{again}</p>\n'
        '<p id="copied" role="status" class="quiet"></p>\n</section>'
    )


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
