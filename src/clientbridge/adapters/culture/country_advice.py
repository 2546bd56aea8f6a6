"""What a country file advises on one topic, for commands that are not about culture."""

from clientbridge.adapters.culture.country_files import country_notes
from clientbridge.adapters.data_files import data_folder
from clientbridge.core.culture.country import Topic


def advice_on(country: str, topic: Topic) -> tuple[str, ...]:
    """Each claim on the topic as a sentence and, where there is one, the act; empty without a file."""
    notes = country_notes(data_folder() / "countries", country)
    if notes is None:
        return ()
    return tuple(
        f"{claim.say} {claim.do}" if claim.do else claim.say
        for claim in notes.claims
        if claim.topic is topic and not claim.disputed
    )
