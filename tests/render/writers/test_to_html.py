"""What stands in the document; how it looks is tried in a browser (tests/program/test_html_pages.py)."""

import re
from datetime import date

import pytest

from clientbridge.render.page import (
    Block,
    Column,
    Emphasis,
    Facts,
    Line,
    Picture,
    Reference,
    References,
    Table,
    Title,
    offered,
    page,
    phrase,
    quiet,
)
from clientbridge.render.writers.to_html import is_own_html, to_html


def body(*blocks: Block) -> str:
    made = to_html(page(*blocks))
    assert is_own_html(made)
    found = re.search(r"<body>\n(.*)\n</body>", made, re.DOTALL)
    assert found
    return found[1]


def test_a_source_is_a_link_with_its_title() -> None:
    source = Reference(phrase("Guide to Japan", quiet(" (2024)")), 'https://example.com/?a=1&b="2"')
    assert body(References((source,))) == (
        '<ul class="references"><li><a href="https://example.com/?a=1&amp;b=&quot;2&quot;">'
        'Guide to Japan<span class="quiet"> (2024)</span></a></li></ul>'
    )


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", ""])
def test_what_is_no_web_address_is_no_link(address: str) -> None:
    assert body(References((Reference(phrase("A book"), address),))) == (
        f'<ul class="references"><li>A book {address}</li></ul>'
    )


def test_a_command_is_code() -> None:
    line = Line(phrase("more: ", offered('cb log acme "a"', Emphasis.QUIET), quiet(" now")))
    assert body(line) == (
        '<p>more: <span class="quiet"><code>cb log acme &quot;a&quot;</code></span>'
        '<span class="quiet"> now</span></p>'
    )


def test_each_cell_knows_its_column_for_narrow_screens() -> None:
    table = Table((Column('"when"'), Column("cost", right=True)), ((phrase("Tue"), phrase("3")),))
    assert '<td data-column="&quot;when&quot;">Tue</td><td class="right" data-column="cost">3</td>' in body(
        table
    )


def test_a_picture_tells_its_width_and_its_sentences() -> None:
    picture = Picture((phrase("██ 東京"), phrase("x")), ("Tokyo is at work", "you are not"))
    assert body(picture) == (
        '<pre role="img" style="--columns: 7" aria-label="Tokyo is at work; you are not">██ 東京\nx</pre>'
    )


def test_a_picture_too_wide_for_a_phone_is_shown_in_its_parts() -> None:
    parts = tuple(Picture((phrase(sign * 40),), (f"half {sign}",)) for sign in "ab")
    whole = Picture((phrase("a" * 40 + "b" * 40),), ("whole",), parts)
    shown = body(whole)
    assert re.findall(r"--columns: (\d+)", shown) == ["40", "40"]
    assert "half a" in shown
    assert "whole" not in shown


def test_the_day_of_making_stands_at_the_end() -> None:
    made = to_html(page(Title("Acme")), made_on=date(2026, 11, 26))
    assert made.endswith("<footer>Made on Thu 26 Nov 2026 with cb</footer>\n</body>\n</html>\n")
    assert "<footer>" not in to_html(page(Title("Acme")))


def test_text_stays_text() -> None:
    assert body(Facts((("<b>", phrase("a & b")),))) == (
        '<table class="facts"><tr><th>&lt;b&gt;</th><td>a &amp; b</td></tr></table>'
    )
