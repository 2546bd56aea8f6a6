from clientbridge.core.time.hours import ClockRange, parse_hours
from clientbridge.core.workspace.far_offices import FarOffice
from clientbridge.render.line_wrapping import columns
from clientbridge.render.workspace.far_offices import picture, sentences

OFFICES = (
    FarOffice(city="Tokyo", open=ClockRange(60, 540)),
    FarOffice(city="Auckland", open=ClockRange(1230, 1710)),
)
HOURS = parse_hours("09:00-12:00, 13:00-18:00")
ACCEPTED = ClockRange(7 * 60, 22 * 60)


def test_a_sign_is_an_hour_on_a_narrow_screen_and_half_of_one_on_a_wide_one() -> None:
    assert picture(OFFICES, HOURS, ACCEPTED, 60) == (
        "            0  3  6  9  12 15 18 21",
        "you         ·······▒▒███▒█████▒▒▒▒··",
        "Tokyo       ·░░░░░░██··············· 2 h",
        "Auckland    ░░░░░···············█░░ 1 h 30".replace("·█░░", "··█░░"),
        "█ at work  ▒ you would accept  ░ out of your reach",
    )
    assert picture(OFFICES, HOURS, ACCEPTED, 80)[:3] == (
        "            0     3     6     9     12    15    18    21",
        "you         ··············▒▒▒▒██████▒▒██████████▒▒▒▒▒▒▒▒····",
        "Tokyo       ··░░░░░░░░░░░░████······························ 2 h",
    )
    assert all(columns(line) <= 46 for line in picture(OFFICES, HOURS, ACCEPTED, 46)[:-1])


def test_read_aloud_it_is_sentences() -> None:
    assert sentences(OFFICES, ACCEPTED) == (
        "Tokyo works from 01:00 to 09:00 on your clock, 2 h of it within 07:00-22:00",
        "Auckland works from 20:30 to 04:30 on your clock, 1 h 30 of it within 07:00-22:00",
    )
