"""Note seasons and feasts in a profile that no table knows, since they would have no effect."""

from collections.abc import Collection

from clientbridge.adapters.workspace.profiles.reading import Reading
from clientbridge.adapters.yaml_files.nodes import ScalarNode, SequenceNode, texts_under
from clientbridge.core.spelling import fold, listed, nearest


def note_unknown_days(reading: Reading, *, seasons: Collection[str], feasts: Collection[str]) -> None:
    """Note each season and each feast whose id is not among the known ones."""
    root = reading.document.root
    for written in texts_under(root, "days"):
        if not any(char.isdigit() for char in written.text):
            _note(reading, written, "season", seasons)
    observed = None if root is None else root.get("observes")
    for item in observed.items if isinstance(observed, SequenceNode) else ():
        if isinstance(item, ScalarNode):
            _note(reading, item, "feast", feasts)


def _note(reading: Reading, written: ScalarNode, what: str, known: Collection[str]) -> None:
    name = fold(written.text).replace(" ", "_").replace("-", "_")
    if name not in known:
        close = nearest(name, sorted(known), most=1)
        hint = f"did you mean '{close[0]}'?" if close else f"known: {listed(sorted(known))}"
        reading.note(written.spot, f"no {what} is called '{written.text}', so it has no effect; {hint}")
