"""``--page FILE`` of an offer: a page for the client; of several clients, one for each beside it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from clientbridge.cli.outputs import check_files

if TYPE_CHECKING:
    from clientbridge.cli.context import Context
    from clientbridge.load.meeting.offers.seen_by_all import SeenOffer


def page_files(
    context: "Context", page: Path | None, parties: Sequence[str], *, force: bool
) -> Mapping[str, Path]:
    """The file of each party: ``offer.html``, or ``offer-acme-ana.html``; raises as `check_files`."""
    if page is None:
        return {}
    files = {parties[0]: page} if len(parties) == 1 else dict(_beside(page, parties))
    for file in files.values():
        check_files(context, force=force, page=file)
    return files


def _beside(page: Path, parties: Sequence[str]) -> Iterator[tuple[str, Path]]:
    """A name for each, with a number where another has it already: ``acme/ana`` beside ``acme-ana``."""
    taken = set[str]()
    for party in parties:
        name = base = re.sub(r"\W+", "-", party).strip("-")
        number = 1
        while name.casefold() in taken:
            number += 1
            name = f"{base}-{number}"
        taken.add(name.casefold())
        yield party, page.with_name(f"{page.stem}-{name}{page.suffix}")


def write_pages(
    context: "Context", seen: "SeenOffer", language: str | None, files: Mapping[str, Path]
) -> None:
    """Write what was asked for, and say so."""
    if not files:
        return
    from clientbridge.load.meeting.offers.readers import page_readers
    from clientbridge.render.meeting.offers.offer_page import offer_page

    for reader in page_readers(context.session, seen, language):
        page = offer_page(seen.offer, reader.words, reader.between)
        context.save(files[reader.between.party], page)
