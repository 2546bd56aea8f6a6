"""What a file says of somebody's culture: values on the nine scales."""

from collections.abc import Mapping

from clientbridge.adapters.workspace.profiles import schema
from clientbridge.adapters.workspace.profiles.reading import Given


def culture_of(given: Given) -> Mapping[str, int]:
    """Scale -> 1 to 5, for the scales that are given."""
    scales = given.get(schema.CULTURE_KEY)
    if scales is None:
        return {}
    return {key.name: value for key in schema.SCALES if (value := scales.get(key)) is not None}
