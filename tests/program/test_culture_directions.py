"""Where the literature agrees that one working culture lies beyond another on a scale, our files say so too.

The pairs lie far apart in comparisons made by others: Hofstede's power distance and GLOBE's society practices
(rank), Hall's high and low context (saying no) and one or many things at a time (the clock), Trompenaars'
neutral and affective cultures (expressiveness), Meyer's The Culture Map of 2014 (all of these,
criticism, trust, who decides). Only the order is taken from them, no figure.
"""

import pytest
from culture_samples import DATA

from clientbridge.adapters.culture.country_files import country_notes
from clientbridge.core.culture.scales import ScaleId

HIGHER_THEN_LOWER = {
    ScaleId.DIRECTNESS: (
        "JP NL, JP US, JP DE, ID DE, TH DK, CN IL, KR AU, IN DE, GB NL, GB DE, SA IL, SG NL, PH NO"
    ),
    ScaleId.FEEDBACK: "TH NL, KR DE, ID IL, GB NL, CN DE, IN NL, MX DE, SA DK, US NL, US DE",
    ScaleId.HIERARCHY: (
        "IN DK, CN SE, KR NL, JP NO, MY IL, PH NZ, MX US, FR SE, "
        "FR DK, SA FI, VN AU, ID NL, NG DK, BR NO, TR SE"
    ),
    ScaleId.DECISION_GROUP: "JP US, JP CN, SE FR, SE US, NL US, DE US, NO IN, JP IT",
    ScaleId.FORMALITY: "DE AU, KR US, JP DK, AT NL, FR SE, DE US, CZ DK",
    ScaleId.RELATIONSHIP: "CN US, BR DE, SA NL, IN US, MX DK, KR AU, NG DE, TR SE, JP US, ID NL",
    ScaleId.SCHEDULE: (
        "NG CH, IN DE, BR JP, SA SE, MX US, EG NL, KE CH, FR DE, IT CH, PH SG, ID JP, NG JP, TR DK"
    ),
    ScaleId.EXPRESSIVENESS: "IT JP, GR FI, IL KR, BR SE, FR GB, ES NO, TR JP, IT SE, AR DK",
    ScaleId.DECISION_PACE: "JP US, JP IL, IN US, SA US, BR US",
}


@pytest.mark.parametrize(
    ("scale", "higher", "lower"),
    [(scale, *pair.split()) for scale, pairs in HIGHER_THEN_LOWER.items() for pair in pairs.split(",")],
)
def test_two_countries_lie_as_in_the_literature(scale: ScaleId, higher: str, lower: str) -> None:
    values = []
    for code in (higher, lower):
        notes = country_notes(DATA / "countries", code)
        assert notes is not None
        values.append(notes.scales[scale].value)
    assert values[0] > values[1]
