"""What a person is asked that no guide can know. Every answer is free."""

from clientbridge.core.frozen_dataclass import dataclass

SCALES = ("feedback", "directness", "decision_group", "schedule")
"""The scales on which people can speak for themselves; asked in plain words, at three of five steps."""
STEPS = (1, 3, 5)
FEASTS = (
    "christmas",
    "orthodox_christmas",
    "easter",
    "ramadan",
    "eid_al_fitr",
    "eid_al_adha",
    "rosh_hashanah",
    "yom_kippur",
    "passover",
    "diwali",
    "lunar_new_year",
    "vesak",
)
"""The same for everyone, whatever their country: nothing is concluded from where somebody lives."""
REPLY_WITHIN = ("4h", "1d", "2d", "1w")
LONGEST = 1000
"""Characters of one answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedQuestion:
    """One kind of line in the block of a reply."""

    key: str
    """In the reply."""
    path: tuple[str, ...]
    """In the profile."""
    of_client: bool = False
    """Whether it stands with the client, as nothing of the kind stands with a person."""
    many: bool = False
    """Whether there may be several answers, which are added to what is there."""
    said: str | None = None
    """The key below ``said`` that holds the date; a value on a scale has its date beside it."""


QUESTIONS = (
    AskedQuestion(key="name", path=("name",), said="name"),
    AskedQuestion(key="say", path=("say",), said="say"),
    AskedQuestion(key="call", path=("call",), said="call"),
    AskedQuestion(key="hours", path=("hours",), said="hours"),
    AskedQuestion(key="away", path=("away",), many=True, said="away"),
    AskedQuestion(key="feast", path=("observes",), of_client=True, many=True, said="observes"),
    AskedQuestion(key="channel", path=("channels", "first"), of_client=True, said="channels"),
    AskedQuestion(key="reply", path=("channels", "reply_within"), of_client=True, said="channels"),
    AskedQuestion(key="language", path=("language",), said="language"),
    *(AskedQuestion(key=scale, path=("culture", scale)) for scale in SCALES),
    AskedQuestion(key="notes", path=("notes",), said="notes"),
)
