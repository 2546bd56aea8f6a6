"""`cb review`: the month with each client, and the risks of the next."""

from clientbridge.core.command_line import quoted
from clientbridge.core.relationship.review import ClientReview, PromiseCount, Review, Risk
from clientbridge.core.relationship.rhythm import BEAT_NAMES
from clientbridge.core.time.formatting import MONTH_NAMES, short_day
from clientbridge.render.page import (
    BlankLine,
    Block,
    Facts,
    Line,
    Next,
    Page,
    Phrase,
    Title,
    careful,
    good,
    phrase,
)
from clientbridge.render.page import (
    page as page_of,
)


def page(result: Review) -> Page:
    """Return a page with one part per client; those without anything in the month have a line each."""
    if not result.clients:
        return page_of(Line(phrase("No clients yet.")), Next("cb client add"))
    following = month_name(result.month, ahead=1)
    busy = [client for client in result.clients if _has_something(client)]
    parts: list[Block] = []
    for client in busy:
        facts = Facts(tuple(_facts(client, following)))
        parts += [BlankLine(), Title(client.name, aside=client.client, level=2), facts]
    return page_of(
        Title(f"Review of {month_name(result.month)} {result.month[:4]}"),
        *parts,
        *_quiet([client for client in result.clients if client not in busy], following),
        Next(f"cb review {quoted(result.clients[0].client)} --share", "what this client may see"),
    )


def month_name(month: str, *, ahead: int = 0) -> str:
    """``November``, of a month written ``2026-11``, or of one so many months later."""
    return MONTH_NAMES[(int(month[5:]) - 1 + ahead) % len(MONTH_NAMES)]


def _has_something(client: ClientReview) -> bool:
    return any((client.yours.due, client.theirs.due, client.contacts, client.feedback, client.problems))


def _quiet(clients: list[ClientReview], following: str) -> tuple[Block, ...]:
    """The clients with whom nothing happened."""
    if not clients:
        return ()
    rows = tuple((client.client, phrase(*_overdue(client), _ahead(client, following))) for client in clients)
    return (BlankLine(), Title("Nothing logged and nothing due", level=2), Facts(rows))


def _ahead(client: ClientReview, following: str) -> str:
    return f"; in {following}: {_risks(client)}" if client.risks else ""


def _facts(client: ClientReview, following: str) -> list[tuple[str, Phrase]]:
    facts = [
        ("Promises", phrase(f"you: {_count(client.yours)}; they: {_count(client.theirs)}")),
        ("Contacts", phrase(f"{client.contacts}; ", *_overdue(client))),
        ("People", phrase(_people(client))),
    ]
    if client.feedback:
        facts.append(
            ("Feedback", phrase(f"{client.feedback}, of these answered: {client.feedback_acted_on}"))
        )
    if client.problems:
        facts.append(("Problems", phrase(f"{client.problems}, of these still open: {client.problems_open}")))
    if client.risks:
        facts.append((f"In {following}", phrase(_risks(client))))
    return facts


def _overdue(client: ClientReview) -> Phrase:
    """What of the rhythm was overdue at the end of the month."""
    missed = [BEAT_NAMES[beat.beat] for beat in client.rhythm if not beat.kept]
    if missed:
        return phrase(careful(f"overdue: {', '.join(missed)}"))
    return phrase(good("nothing overdue") if client.rhythm else "no rhythm is set")


def _risks(client: ClientReview) -> str:
    return "; ".join(map(risk_in_words, client.risks))


def risk_in_words(risk: Risk) -> str:
    """Return the dates and the risk: ``Mon 28 Dec to Tue 5 Jan: Winter closure``."""
    until = "" if risk.until is None else f" to {short_day(risk.until)}"
    return f"{short_day(risk.when)}{until}: {risk.say}"


def _count(count: PromiseCount) -> str:
    if not count.due:
        return "none due"
    late = f", {count.kept_late} late" if count.kept_late else ""
    left = f", {count.still_open} open" if count.still_open else ""
    moved = f", {_moved(count)}" if count.moved else ""
    return f"{count.kept_on_time} of {count.due} kept on time{late}{left}{moved}"


def _moved(count: PromiseCount) -> str:
    """How many were moved to another day, and whether the other side knew of it."""
    if not count.told:
        return f"{count.moved} moved (the other side was not told)"
    times = "" if count.told == count.moved == 1 else f" {count.told} time{'s' * (count.told != 1)}"
    return f"{count.moved} moved (the other side was told{times})"


def _people(client: ClientReview) -> str:
    remarks = [f"in regular contact with {client.strong} of {client.people}"]
    if client.single_contact is not None and client.people > 1:
        remarks.append("contact rests on one person")
    elif client.levels_missing:
        remarks.append(f"nobody at {' or '.join(client.levels_missing)} level in 90 days")
    if client.manager is None:
        remarks.append("nobody is named to look after them")
    return "; ".join(remarks)
