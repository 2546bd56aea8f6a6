"""``--page FILE`` of an offer: a page for the client; of several clients, one for each beside it."""

import re
from collections.abc import Mapping, Sequence
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
    files = {party: page if len(parties) == 1 else _beside(page, party) for party in parties}
    for file in files.values():
        check_files(context, force=force, page=file)
    return files


def _beside(page: Path, party: str) -> Path:
    return page.with_name(f"{page.stem}-{re.sub(r'[^0-9A-Za-z]+', '-', party).strip('-')}{page.suffix}")


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
