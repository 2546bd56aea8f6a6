"""`cb ask`: what to do with the page, or what they said beside what the profile has."""

from collections.abc import Iterator, Sequence

from clientbridge.core.command_line import quoted
from clientbridge.core.time.formatting import day_month_year
from clientbridge.core.workspace.asking.asked import AnswerState, Asked, AskedAnswer
from clientbridge.render.page import (
    Block,
    Column,
    Facts,
    Line,
    Next,
    Page,
    Phrase,
    Table,
    Title,
    bad,
    careful,
    phrase,
    quiet,
    strong,
)
from clientbridge.render.page import page as page_of

_SIGNS = {AnswerState.NEW: "new", AnswerState.CHANGED: "changed", AnswerState.SAME: "as before"}


def page(result: Asked) -> Page:
    """Return the page."""
    return page_of(*(_of_page(result) if result.page is not None else _of_reply(result)))


def _of_page(result: Asked) -> Iterator[Block]:
    yield Title(f"A page for {result.name}", aside=result.party)
    goes_to = (
        "to nobody by itself: it shows a text to copy, as me.yaml has no address of yours"
        if result.address is None
        else f"by their own mail to {result.address}"
    )
    yield Facts(
        (
            ("file", phrase(strong(result.page or ""))),
            ("language", phrase(result.language or "")),
            ("answers go", phrase(goes_to)),
        )
    )
    yield Line(phrase("Send them the file. It sends nothing itself, and every answer is free."))
    yield Next(f"cb ask {quoted(result.party)} --reply FILE", "read their reply")


def _of_reply(result: Asked) -> Iterator[Block]:
    said_on = "" if result.said_on is None else f", said on {day_month_year(result.said_on)}"
    yield Title(f"{result.name}, in their own words", aside=f"{result.party}{said_on}")
    if not result.answers:
        yield Line(phrase("They left every field empty, which is their right."))
    yield from _read([answer for answer in result.answers if answer.state is not AnswerState.REFUSED])
    yield from (_refused(answer) for answer in result.answers if answer.state is AnswerState.REFUSED)
    yield from _end(result)


def _read(answers: Sequence[AskedAnswer]) -> Iterator[Block]:
    if not answers:
        return
    columns = (Column("", fold=False), Column("in the profile"), Column("they say"), Column("", fold=False))
    yield Table(columns, tuple(map(_row, answers)))
    if any(answer.of_client and answer.state is not AnswerState.SAME for answer in answers):
        yield Line(phrase(quiet("Channels and feasts stand in the profile for the whole client.")))


def _refused(answer: AskedAnswer) -> Line:
    return Line(phrase(careful(answer.key), f" is left out: {answer.why}: ", bad(answer.said)))


def _row(answer: AskedAnswer) -> tuple[Phrase, ...]:
    before = phrase(quiet("nothing") if answer.before is None else answer.before)
    return (
        phrase(_named(answer.key)),
        before,
        phrase(strong(answer.said)),
        phrase(quiet(_sign(answer))),
    )


def _sign(answer: AskedAnswer) -> str:
    return "added" if answer.beside and answer.state is AnswerState.CHANGED else _SIGNS[answer.state]


def _named(key: str) -> str:
    """``culture.feedback`` -> ``feedback``."""
    return "channel" if key == "channels.first" else key.rpartition(".")[2].replace("_", " ")


def _end(result: Asked) -> Iterator[Block]:
    if result.written:
        yield Line(phrase(f"Written into {result.file}, as said by them."))
        yield Next(f"cb brief {quoted(result.party)}", "before a call")
        yield Next("cb data undo", "take it back")
    elif result.has_news:
        yield Line(phrase("Nothing is written yet."))
    else:
        yield Line(phrase("Nothing is to be written."))
