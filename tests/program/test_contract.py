"""What a script may rely on: the fields of every answer in JSON, exit codes, and where the words go."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from culture_samples import DATA
from sample_copies import copy_of_sample

from conftest import Run

SHAPES = {
    "meeting_plan": """
        request.from request.to request.duration_minutes request.step_minutes
        parties[].id parties[].name parties[].timezone parties[].required parties[].known
        windows[].start windows[].end
        slots[].rank slots[].start slots[].end slots[].cost slots[].reasons
        slots[].parties[].id slots[].parties[].start slots[].parties[].end slots[].parties[].day_shift
        slots[].parties[].fit slots[].parties[].minutes_outside slots[].parties[].notes
        blockers longest_gap relaxations series warnings
        """,
    "clock": """
        at rows[].party rows[].place rows[].timezone rows[].local rows[].day_shift
        rows[].day.status rows[].day.reasons rows[].fit rows[].next_change.at rows[].next_change.from
        rows[].next_change.to rows[].hours[].start rows[].hours[].end rows[].hours[].fit
        """,
    "days": """
        from to days[].date days[].client days[].country days[].region days[].status
        days[].reasons[].kind days[].reasons[].name days[].reasons[].local_name days[].reasons[].category
        days[].reasons[].estimated days[].reasons[].source
        days[].hours days[].days_until days[].notes
        days[].break.from days[].break.to days[].break.days days[].break.bridge
        days[].greeting.tone days[].greeting.say days[].greeting.send_at
        """,
    "briefing": """
        client.id client.name people[].id people[].name local_time
        day.date day.client day.country day.region day.status day.hours day.days_until day.notes
        day.reasons[].kind day.reasons[].name day.reasons[].local_name day.reasons[].category
        day.reasons[].estimated day.reasons[].source
        day.break.from day.break.to day.break.days day.break.bridge
        day.greeting.tone day.greeting.say day.greeting.send_at
        warnings gaps[].scale gaps[].you gaps[].them gaps[].layer gaps[].confidence gaps[].say gaps[].do
        open_with avoid close_with phrases promises last_contact sources
        notes problems feedback gifts goals fiscal_year_end
        """,
    "config": "file settings[].key settings[].value settings[].from settings[].meaning changed",
    "guide": "title about next sections[].title sections[].entries[].name sections[].entries[].say",
    "clients": """
        clients[].id clients[].name clients[].country clients[].region clients[].timezone
        clients[].people[].id clients[].people[].name clients[].people[].role clients[].file
        """,
    "culture": """
        place you scales[].id scales[].you scales[].them scales[].confidence scales[].sources
        gaps[].scale gaps[].you gaps[].them gaps[].layer gaps[].confidence gaps[].say gaps[].do
        claims[].id claims[].topic claims[].say claims[].do claims[].strength claims[].confidence
        claims[].sources phrases sources
        """,
    "check": "problems versions notes",
    "agenda": """
        clocks items[].rank items[].client items[].code items[].why items[].when items[].command
        """,
    "logged": "event.id promises[].id promises[].owner promises[].text promises[].due",
    "promises": """
        promises[].id promises[].client promises[].owner promises[].text promises[].due promises[].status
        promises[].working_days_left
        """,
}
"""Kind -> the fields that are promised; `[]` is any entry of a list. More fields are no harm."""

ASKED = {
    "meeting_plan": "meet hikari --next 2w",
    "clock": "clock nordlys",
    "days": "holidays hikari --on 2026-11-23",
    "briefing": "brief hikari",
    "config": "config",
    "guide": "help",
    "clients": "client list",
    "culture": "culture JP --you NL",
    "check": "data check",
    "agenda": "today",
}


@pytest.fixture
def home(tmp_path: Path) -> str:
    """A copy of the sample workspace."""
    return str(copy_of_sample(tmp_path / "files"))


def _missing(found: object, path: str) -> bool:
    """Whether a field is nowhere in an answer; an object or a list that is not there has none."""
    name, _, rest = path.partition(".")
    key = name.removesuffix("[]")
    if not isinstance(found, dict) or key not in found:
        return True
    inner = found[key]
    if name.endswith("[]"):
        return not inner or any(_missing(one, rest) for one in inner)
    return bool(rest) and _missing(inner, rest)


def _check(kind: str, text: str) -> None:
    answer = json.loads(text)
    assert list(answer)[:4] == ["schema", "kind", "now", "versions"]
    assert (answer["schema"], answer["kind"]) == (1, kind)
    assert answer["now"] == "2026-11-23T07:05:00Z"
    assert {"clientbridge", "tzdata", "holidays"} <= set(answer["versions"])
    assert [path for path in SHAPES[kind].split() if _missing(answer, path)] == []


@pytest.mark.parametrize("kind", ASKED)
def test_the_json_of_each_question_has_the_promised_fields(run: Run, home: str, kind: str) -> None:
    answer = run(*ASKED[kind].split(), "--home", home, "--json")
    assert (answer.code, answer.err) == (0, "")
    _check(kind, answer.out)


def test_the_json_of_the_journal_has_the_promised_fields(run: Run, home: str) -> None:
    said = run(
        "log", "hikari", "Call", "--i-promise", "send the plan by fri", "--json", "--home", home, "--no-input"
    )
    assert said.code == 0
    _check("logged", said.out)
    _check("promises", run("promise", "hikari", "--json", "--home", home).out)


def test_without_a_window_the_answer_says_why_and_what_helps(run: Run, home: str) -> None:
    answer = run("meet", "hikari", "bayside", "--next", "1w", "--json", "--home", home)
    plan = json.loads(answer.out)
    assert (answer.code, plan["windows"], plan["slots"]) == (1, [], [])
    assert {"party", "code", "from", "to", "detail"} <= set(plan["blockers"][0])
    for way in plan["relaxations"]:
        assert {"say", "args", "slots"} <= set(way)
        tried = run(*way["args"], "--json", "--home", home)
        assert tried.code == 0
        assert json.loads(tried.out)["slots"]


def test_instants_are_utc_and_local_times_have_an_offset(run: Run, home: str) -> None:
    plan = json.loads(run("meet", "hikari", "--json", "--home", home).out)
    slot = plan["slots"][0]
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:00Z", slot["start"])
    assert slot["parties"][1]["start"].endswith(":00+09:00")


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        ("meet hikari --duration abc", 2, "45m"),
        ("meet hikari --from 03/04", 2, "two different days"),
        ("holidays --next 0d", 2, "--next"),
        ("meet hikari --home --json", 2, "--home needs a word after it"),
        ("brief hikary", 3, "hikari"),
        ("holidays --country XX --on 2026-11-23", 3, "Kosovo (XK)"),
        ("holidays --country Wonderland --on 2026-11-23", 3, "hint: "),
        ("holidays --country DE-ZZ", 3, "DE-BY"),
        ("holidays --country DE --region Bavarya", 3, "Bavaria (DE-BY)"),
        ("holidays --country US --region Nowhere", 3, "hint: "),
        ("culture QQ", 3, "Qatar (QA)"),
        ("meet hikari --at 2026-12-03T15:00 --zone EST", 3, "America/New_York"),
    ],
)
def test_errors_have_their_exit_code_and_leave_stdout_empty(
    run: Run, home: str, words: str, code: int, told: str
) -> None:
    for more in ((), ("--json",)):
        answer = run(*more, *words.split(), *([] if "--home" in words else ["--home", home]))
        assert (answer.code, answer.out) == (code, "")
        assert told in answer.err


@pytest.mark.parametrize("words", ["meet", "holidays", "today", "client list", "review", "promise"])
def test_where_no_client_can_be_read_the_mistakes_are_the_answer(
    run: Run, tmp_path: Path, words: str
) -> None:
    (tmp_path / "clients").mkdir()
    (tmp_path / "me.yaml").write_text("name: Lea\ncountry: BE\n")
    (tmp_path / "clients/acme.yaml").write_text("name: Acme\ncountry: JP\ntimezon: x\nhours: 9-25\n")
    answer = run(*words.split(), "--home", str(tmp_path))
    assert (answer.code, answer.out) == (4, "")
    assert "clients/acme.yaml:3:1: unknown key 'timezon'; did you mean 'timezone'?" in answer.err
    assert "clients/acme.yaml:4:8" in answer.err


def _process(*words: str, text: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    root = str(DATA.parent / "src")
    return subprocess.run(
        [sys.executable, "-m", "clientbridge", "--now", "2026-11-23T07:05Z", *words],
        capture_output=True,
        input=text,
        check=False,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": root, **environment},
    )


def test_a_machine_of_another_place_gives_the_same_bytes(home: str, tmp_path: Path) -> None:
    words = ("holidays", "--next", "30d", "--home", home, "--json")
    here = _process(*words, HOME=str(tmp_path), TZ="Europe/Brussels", PYTHONHASHSEED="1", LC_ALL="C.UTF-8")
    there = _process(
        *words, HOME=str(tmp_path), TZ="Pacific/Apia", PYTHONHASHSEED="7", LC_ALL="POSIX", PYTHONUTF8="0"
    )
    assert (here.returncode, here.stderr) == (0, b"")
    assert here.stdout == there.stdout
    assert "勤労感謝の日" in here.stdout.decode()


def test_bytes_that_are_no_text_are_refused(home: str, tmp_path: Path) -> None:
    piped = _process("log", "hikari", "--home", home, text=b"caf\xe9", HOME=str(tmp_path))
    typed = _process("log", "hikari", os.fsdecode(b"caf\xe9"), "--home", home, HOME=str(tmp_path))
    for answer in (piped, typed):
        assert (answer.returncode, answer.stdout) == (2, b"")
        assert b"not UTF-8 text" in answer.stderr
    assert not (Path(home) / "journal").exists()
