import pytest

from clientbridge.adapters.workspace.vcards.birthdays import birthday


@pytest.mark.parametrize(
    "text",
    [
        *("1980-05-17", "19800517", "--0517", "--05-17", "1604-05-17", "0000-05-17", "-0517", "--5-17"),
        *("1980/5/17", "1980.05.17", "1980-05-17T00:00:00Z", "19800517T000000", "1980-05-17 00:00"),
    ],
)
def test_a_day_in_every_notation(text: str) -> None:
    assert birthday(text) == (5, 17)


@pytest.mark.parametrize(
    "text",
    [
        *("", "---17", "--05", "1980", "1980-05", "198005", "T102200", "17 May 1980", "circa 1980", "05-17"),
        *(
            "1980-13-01",
            "1980-00-10",
            "1980-02-30",
            "--0431",
            "--0500",
            "17.05.1980",
            "05/17/1980",
            "1980-5/17",
        ),
    ],
)
def test_what_names_no_day_of_the_year_is_not_guessed(text: str) -> None:
    assert birthday(text) is None


@pytest.mark.parametrize("text", ["20000229", "--0229", "1604-02-29", "1900-02-29"])
def test_the_leap_day_is_a_birthday_whatever_the_year(text: str) -> None:
    assert birthday(text) == (2, 29)
