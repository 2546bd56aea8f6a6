"""`cb review --share`: the month as the client may see it."""

from clientbridge.core.relationship.journal.kinds import Owner
from clientbridge.core.relationship.review import SharedClient, SharedPromise, SharedReview
from clientbridge.core.time.formatting import short_day
from clientbridge.render.page import BlankLine, Block, Facts, Line, Page, Phrase, Title, phrase
from clientbridge.render.page import page as page_of
from clientbridge.render.relationship.review import month_name, risk_in_words


def page(result: SharedReview) -> Page:
    """Return a page with the promises of both sides and the days off ahead, per client."""
    if not result.clients:
        return page_of(Line(phrase("No clients yet.")))
    parts: list[Block] = []
    for client in result.clients:
        facts = Facts(tuple(_facts(client, month_name(result.month, ahead=1))))
        parts += [BlankLine(), Title(client.name, level=2), facts]
    return page_of(Title(f"Status of {month_name(result.month)} {result.month[:4]}"), *parts)


def _facts(client: SharedClient, following: str) -> list[tuple[str, Phrase]]:
    facts = [("Contacts", phrase(str(client.contacts)))]
    facts += _labelled("We promised", [_promise(one) for one in client.promises if one.owner is Owner.ME])
    facts += _labelled("You promised", [_promise(one) for one in client.promises if one.owner is Owner.THEM])
    closed = [risk_in_words(closed) for closed in client.closed_next_month]
    return facts + _labelled(f"Days off in {following}", closed)


def _labelled(label: str, lines: list[str]) -> list[tuple[str, Phrase]]:
    return [(label if not number else "", phrase(line)) for number, line in enumerate(lines)]


def _promise(promise: SharedPromise) -> str:
    due = "" if promise.due is None else f", by {short_day(promise.due)}"
    done = "" if promise.done is None else f", done {short_day(promise.done)}"
    return f"{promise.text}{due}{done}"
