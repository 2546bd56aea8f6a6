"""Every key of `me.yaml` and `clients/*.yaml`: the one table behind reading, editors, docs and privacy."""

from clientbridge.adapters.culture.language_tags import language_tag
from clientbridge.adapters.days import places
from clientbridge.adapters.workspace.profiles import parsers as texts
from clientbridge.adapters.workspace.profiles.field_types import (
    Choice,
    DaysOrSeason,
    ListOf,
    MappingOf,
    Words,
    ZoneName,
)
from clientbridge.adapters.workspace.profiles.kinds.calendars import CALENDAR, MY_CALENDAR, WEIGHT, Calendars
from clientbridge.adapters.workspace.profiles.kinds.hours import DAY_HOURS, Hours, HoursInSeason
from clientbridge.adapters.workspace.profiles.kinds.said import SAID
from clientbridge.adapters.workspace.profiles.kinds.scales import CULTURE
from clientbridge.adapters.workspace.profiles.reading import Key, Section
from clientbridge.core.workspace.profiles import DateRange, Seniority

TEXT = Words("text", "a text", texts.text)
NAME_TEXT = Words("text", "a name", texts.name)
ID = Words("id", "an id like ana", texts.identifier)
COUNTRY = Words("country", "a country like BE or Belgium", places.country_code)
REGION = Words("region", "a region like JP-13 or Tokyo", texts.text)
LANGUAGE = Words("language", "a language like en or pt-BR", language_tag)
DAYS = Words("days", "days like 2026-12-01..2026-12-09", texts.date_range)
MONTH_DAY = Words("month and day", "a month and a day like 05-17", texts.month_day)
INTERVAL = Words("span of days", "a span of days like 2w or 3mo", texts.days_or_longer)
SPAN = Words("span of time", "a span of time like 45m or 1d", texts.span_of_time)
WEEKDAY = Words("weekday", "a weekday like thu", texts.weekday)
DATE = Words("date", "a date like 2026-11-26", texts.one_date)
EMAIL = Words("e-mail address", "an e-mail address like ana@example.com", texts.email)
ADDRESS = Words("web address", "a web address like https://example.com/feed.xml", texts.web_address)
HOLDS_FILE = Words("calendar file", "a calendar file like calendars/holds.ics", texts.holds_place)
YES_NO = Choice(
    "yes or no",
    {**dict.fromkeys(("yes", "true", "on", "y"), True), **dict.fromkeys(("no", "false", "off", "n"), False)},
)
LEVEL = Choice("level", {level.value: level for level in Seniority})
ZONE = ZoneName()
HOURS = Hours()

STAY_DAYS = Key(
    "days", DAYS, "From the first to the last day, both included.", "2026-12-01..2026-12-09", required=True
)
STAY_ZONE = Key("timezone", ZONE, "The time zone there.", "Asia/Dubai")
STAY_COUNTRY = Key("country", COUNTRY, "The country there, whose holidays then hold.", "AE")
STAY_REGION = Key("region", REGION, "Its region.", "AE-DU")
STAY = Section("travel", (STAY_DAYS, STAY_ZONE, STAY_COUNTRY, STAY_REGION))

OFF_DAYS = Key(
    "days", DAYS, "From the first to the last day, both included.", "2026-12-28..2027-01-05", required=True
)
OFF_NAME = Key("name", TEXT, "What to call it.", "Winter closure")
OFF = Section("days off", (OFF_DAYS, OFF_NAME))

SEASON_DAYS: Key[DateRange | str] = Key(
    "days", DaysOrSeason(DAYS), "A range of days, or a season by name.", "ramadan", required=True
)
SEASON_HOURS = Key(
    "hours",
    HoursInSeason(),
    "The hours in that time: of every day, which make no short day longer, or of some weekdays.",
    "10:00-15:00",
    required=True,
)
SEASON = Section("season", (SEASON_DAYS, SEASON_HOURS))

NAME = Key("name", NAME_TEXT, "What to call them.", "Acme KK", required=True)
COUNTRY_KEY = Key("country", COUNTRY, "The country, by code or English name; `NO` is Norway.", "JP")
REQUIRED_COUNTRY = Key("country", COUNTRY, COUNTRY_KEY.meaning, COUNTRY_KEY.example, required=True)
REGION_KEY = Key(
    "region",
    REGION,
    "The part of the country, by ISO 3166-2 code, name or big city; holidays can depend on any of them.",
    "JP-13",
)
TIMEZONE = Key("timezone", ZONE, "The time zone; may be left out where the country has one.", "Asia/Tokyo")
HOURS_KEY = Key(
    "hours",
    HOURS,
    "Working hours; by weekday they also say which days are worked.",
    "09:00-12:30, 13:30-18:00",
)
DAYS_OFF = Key(
    "days_off",
    ListOf(MappingOf(OFF)),
    "Days without work.",
    "[{days: 2026-12-28..2027-01-05, name: Winter closure}]",
)
PUBLIC_HOLIDAYS = Key(
    "public_holidays", YES_NO, "Whether they rest on public holidays; `no`: they work through them.", "yes"
)
SEASONS = Key(
    "seasons",
    ListOf(MappingOf(SEASON)),
    "Other hours in a part of the year.",
    "[{days: ramadan, hours: 10:00-15:00}]",
)
TRAVEL = Key(
    "travel",
    ListOf(MappingOf(STAY)),
    "Days spent in another zone.",
    "[{days: 2026-12-01..2026-12-09, timezone: Asia/Dubai, country: AE}]",
)
CALENDAR_KEY = Key(
    "calendar",
    Calendars(CALENDAR),
    "Where busy times are kept; only the times are read, never the titles.",
    "calendars/lea.ics",
)
MY_CALENDAR_KEY = Key("calendar", Calendars(MY_CALENDAR), CALENDAR_KEY.meaning, CALENDAR_KEY.example)
TENTATIVE = Key(
    "tentative", WEIGHT, "What entries of these calendars count as that are not yet firm.", "busy"
)
HOLDS = Key(
    "holds",
    HOLDS_FILE,
    "Where times that you have offered are held until one is chosen: a file that cb writes.",
    "calendars/holds.ics",
)
ACCEPTED = Key(
    "stretch", DAY_HOURS, "Hours they accept for a call beyond their own, on days they work.", "08:00-20:00"
)
LANGUAGE_KEY = Key("language", LANGUAGE, "The language of letters and calls.", "ja")
CULTURE_KEY = Key(
    "culture",
    MappingOf(CULTURE),
    "What differs from the country, from 1 to 5.",
    "{directness: 2}",
    personal=True,
)
NOTES = Key("notes", TEXT, "Anything worth remembering.", "Prefers slides two days ahead.", personal=True)

LANGUAGES = Key("languages", ListOf(LANGUAGE), "The languages you work in, the best first.", "[fr, nl, en]")
STRETCH = Key("stretch", DAY_HOURS, "Hours you accept for a client beyond your own.", "07:00-21:30")
MY_EMAIL = Key(
    "email",
    ListOf(EMAIL, or_one=True),
    "Your address, as organiser of a meeting; of several the first.",
    "lea@example.com",
    personal=True,
)
ME = Section(
    "me.yaml",
    (
        Key("name", NAME_TEXT, "Your name.", "Lea Peeters", personal=True, required=True),
        *(
            REQUIRED_COUNTRY,
            REGION_KEY,
            TIMEZONE,
            LANGUAGES,
            HOURS_KEY,
            STRETCH,
            MY_CALENDAR_KEY,
            TENTATIVE,
            HOLDS,
            CULTURE_KEY,
            TRAVEL,
        ),
        *(DAYS_OFF, PUBLIC_HOLIDAYS, SEASONS, MY_EMAIL),
    ),
)

PERSON_ID = Key("id", ID, "A short name for the command line.", "ana", required=True)
PERSON_NAME = Key(
    "name", NAME_TEXT, "The full name, in any script.", "Ana Souza", personal=True, required=True
)
CALL = Key("call", TEXT, "How to address them.", "Ana-san", personal=True)
SAY = Key("say", TEXT, "How the name sounds.", "AH-nah SOH-zah", personal=True)
ROLE = Key("role", TEXT, "What they do there.", "CTO", personal=True)
LEVEL_KEY = Key("level", LEVEL, "Where they stand: executive, manager or team.", "executive", personal=True)
DECIDES = Key("decides", YES_NO, "Whether they can decide about your work.", "yes", personal=True)
AWAY = Key(
    "away",
    ListOf(MappingOf(OFF)),
    "Days on which they do not work.",
    "[{days: 2026-12-10..2026-12-12}]",
    personal=True,
)
BIRTHDAY = Key("birthday", MONTH_DAY, "Month and day; the year is nobody's business.", "05-17", personal=True)
PERSON_EMAIL = Key("email", EMAIL, "Their address.", "ana@example.com", personal=True)
PHONE = Key("phone", TEXT, "Their number, as you dial it.", "+81 3 5550 0100", personal=True)
SAID_KEY = Key(
    "said",
    MappingOf(SAID),
    "What they said themselves, and when; a value on a scale has it beside it.",
    "{hours: 2026-11-26}",
    personal=True,
)
PERSON = Section(
    "person",
    (
        *(
            PERSON_ID,
            PERSON_NAME,
            CALL,
            SAY,
            ROLE,
            LEVEL_KEY,
            DECIDES,
            LANGUAGE_KEY,
            COUNTRY_KEY,
            REGION_KEY,
            TIMEZONE,
        ),
        *(
            HOURS_KEY,
            ACCEPTED,
            CULTURE_KEY,
            AWAY,
            TRAVEL,
            CALENDAR_KEY,
            TENTATIVE,
            BIRTHDAY,
            PERSON_EMAIL,
            PHONE,
            NOTES,
            SAID_KEY,
        ),
    ),
)

CHANNEL_FIRST = Key("first", TEXT, "How to reach them first.", "teams")
CHANNEL_DOCUMENTS = Key("documents", TEXT, "How to send documents.", "email")
REPLY_WITHIN = Key("reply_within", SPAN, "How soon they expect an answer.", "1d")
CHANNELS = Section("channels", (CHANNEL_FIRST, CHANNEL_DOCUMENTS, REPLY_WITHIN))

CHECKIN = Key("checkin", INTERVAL, "How often to be in touch.", "2w")
CHECKIN_MAX = Key("checkin_max", INTERVAL, "After how long it is too late.", "4w")
UPDATE = Key("update", INTERVAL, "How often a written update goes out.", "1w")
UPDATE_ON = Key("update_on", WEEKDAY, "The weekday of the update.", "thu")
FEEDBACK = Key("feedback", INTERVAL, "How often to ask how it goes.", "3mo")
VISIT = Key("visit", INTERVAL, "How often to go there.", "12mo")
RHYTHM = Section("rhythm", (CHECKIN, CHECKIN_MAX, UPDATE, UPDATE_ON, FEEDBACK, VISIT))

SECTOR = Key("sector", TEXT, "Their trade.", "solar")
FISCAL_YEAR_END = Key("fiscal_year_end", MONTH_DAY, "The last day of their business year.", "03-31")
GOALS = Key("goals", ListOf(TEXT), "What they want to reach.", "[new revenue in Brazil]")
CONTEXT = Section("context", (SECTOR, FISCAL_YEAR_END, GOALS))

OBSERVES = Key(
    "observes",
    ListOf(TEXT),
    "Feasts they have told you they keep; those of the whole nation are greeted without it.",
    "[christmas]",
    personal=True,
)
PEOPLE = Key(
    "people", ListOf(MappingOf(PERSON)), "Who you know there.", "[{id: ana, name: Ana Souza}]", personal=True
)
CHANNELS_KEY = Key(
    "channels", MappingOf(CHANNELS), "How they like to be reached.", "{first: teams, reply_within: 1d}"
)
RHYTHM_KEY = Key(
    "rhythm", MappingOf(RHYTHM), "How often they are to hear from you.", "{checkin: 2w, visit: 12mo}"
)
MANAGER = Key("manager", TEXT, "Who looks after them on your side.", "Lea Peeters", personal=True)
BACKUP = Key("backup", TEXT, "Who steps in.", "Tom Claes", personal=True)
CONTEXT_KEY = Key(
    "context", MappingOf(CONTEXT), "What moves their business.", "{sector: solar, fiscal_year_end: 03-31}"
)
ARCHIVED = Key(
    "archived", DATE, "Since when they are no client any more: nothing is asked for them.", "2026-11-26"
)
NEWS = Key("news", ListOf(ADDRESS), "Feeds to read.", "[https://example.com/feed.xml]")
CLIENT = Section(
    "a client",
    (
        *(
            NAME,
            REQUIRED_COUNTRY,
            REGION_KEY,
            TIMEZONE,
            LANGUAGE_KEY,
            HOURS_KEY,
            ACCEPTED,
            DAYS_OFF,
            PUBLIC_HOLIDAYS,
            SEASONS,
        ),
        *(
            OBSERVES,
            CULTURE_KEY,
            CALENDAR_KEY,
            TENTATIVE,
            PEOPLE,
            CHANNELS_KEY,
            RHYTHM_KEY,
            MANAGER,
            BACKUP,
            CONTEXT_KEY,
            NEWS,
            NOTES,
            ARCHIVED,
        ),
    ),
)
