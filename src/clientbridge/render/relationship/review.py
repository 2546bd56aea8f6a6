"""`cb review`: the month with each client, and the risks of the next."""

from clientbridge.core.command_line import quoted
from clientbridge.core.relationship.review import ClientReview, PromiseCount, Review, Risk
from clientbridge.core.time.formatting import short_day
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
    """Return a page with one part per client."""
    if not result.clients:
        return page_of(Line(phrase("No clients yet.")), Next("cb client add"))
    parts: list[Block] = []
    for client in result.clients:
        parts += [BlankLine(), Title(client.name, aside=client.client, level=2), Facts(tuple(_facts(client)))]
    return page_of(
        Title(f"Review of {result.month}"),
        *parts,
        BlankLine(),
        Next(f"cb review {quoted(result.clients[0].client)} --share", "what this client may see"),
    )


def _facts(client: ClientReview) -> list[tuple[str, Phrase]]:
    facts = [("PROMISES", phrase(f"you: {_count(client.yours)}; they: {_count(client.theirs)}"))]
    facts.append(_contacts(client))
    facts.append(("PEOPLE", phrase(_people(client))))
    if client.feedback:
        facts.append(("FEEDBACK", phrase(f"{client.feedback}, acted on {client.feedback_acted_on}")))
    if client.problems:
        facts.append(("PROBLEMS", phrase(f"{client.problems}, still open {client.problems_open}")))
    label = "AHEAD"
    for risk in client.risks:
        facts.append((label, phrase(risk_in_words(risk))))
        label = ""
    return facts


def _contacts(client: ClientReview) -> tuple[str, Phrase]:
    if not client.rhythm:
        return ("CONTACTS", phrase(str(client.contacts)))
    missed = [beat.beat.value for beat in client.rhythm if not beat.kept]
    kept = "kept" if any(beat.last for beat in client.rhythm) else "nothing missed yet"
    rhythm = phrase(careful(f"missed: {', '.join(missed)}")) if missed else phrase(good(kept))
    return ("RHYTHM", (*phrase(f"{client.contacts} contact{'s' * (client.contacts != 1)}; "), *rhythm))


def risk_in_words(risk: Risk) -> str:
    """Return the dates and the risk: ``Mon 28 Dec to Tue 5 Jan: Winter closure``."""
    until = "" if risk.until is None else f" to {short_day(risk.until)}"
    return f"{short_day(risk.when)}{until}: {risk.say}"


def _count(count: PromiseCount) -> str:
    if not count.due:
        return "none due"
    late = f", {count.kept_late} late" if count.kept_late else ""
    left = f", {count.still_open} open" if count.still_open else ""
    moved = f", {count.moved} moved ({count.told} told)" if count.moved else ""
    return f"{count.kept_on_time} of {count.due} kept on time{late}{left}{moved}"


def _people(client: ClientReview) -> str:
    remarks = [f"{client.strong} of {client.people} ties strong"]
    if client.single_contact is not None:
        remarks.append("a single contact")
    if client.levels_missing:
        remarks.append(f"nobody reached at {' and '.join(client.levels_missing)} level")
    if client.manager is None:
        remarks.append("no relationship manager")
    return "; ".join(remarks)
