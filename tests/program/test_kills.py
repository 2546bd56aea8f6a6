"""Writers killed at any moment, several at once: nothing is lost, doubled or left behind, all can be read.

`CB_KILLS` says how many are killed; 500 take some minutes.
"""

import json
import os
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from random import Random

from killed_calls import ACME, PROMISES, done, journal, left_over, make, started

KILLS = int(os.environ.get("CB_KILLS", "20"))
LONGEST_SECONDS = 0.5
EDITOR = (
    "import sys, pathlib; file = pathlib.Path(sys.argv[2]); file.write_text(file.read_text() + sys.argv[1])"
)


def batch(folder: Path, number: int) -> list[subprocess.Popen[str]]:
    """Four writers at once; in every second batch one takes changes back instead of logging."""
    typed = f"# edit {number}\n"
    words = ("data", "undo") if number % 2 else ("log", "bolt", f"event {number} of bolt")
    return [
        started(folder, "log", "acme", f"event {number} of acme"),
        started(folder, *words),
        started(folder, "promise", "done", f"prom{number % PROMISES}"),
        started(folder, "client", "edit", "acme", EDITOR=f"{sys.executable} -c '{EDITOR}' '{typed}'"),
    ]


def changes_of_files(number: int) -> tuple[tuple[str, ...], ...]:
    """Commands that change a whole client, one of which is killed at a time."""
    return (
        ("client", "rename", "corona" if number % 4 > 1 else "bolt", "bolt" if number % 4 > 1 else "corona"),
        ("client", "set", "acme", "hours", f"9-{15 + number % 4}"),
        ("client", "person", "acme", "add", f"Ana {number}"),
        ("data", "undo"),
    )


def put_together(folder: Path, err: str) -> None:
    """What was taken back under a kept text is for the user to put together, as the hint says."""
    kept = folder / "clients" / ".acme.draft.yaml"
    if f"your text is in clients/{kept.name}" in err:
        assert "# edit" in kept.read_text(encoding="utf-8")
        assert (folder / "clients" / "acme.yaml").read_text(encoding="utf-8").startswith(ACME)
        kept.unlink()


def test_killed_writers_lose_double_and_leave_nothing(tmp_path: Path) -> None:
    folder, random = make(tmp_path / "mine"), Random(KILLS)  # noqa: S311 - moments, no secrets
    done(folder, "brief", "acme")
    done(folder, "brief", "bolt")
    acknowledged: list[str] = []
    killed = 0
    number = 0
    while killed < KILLS:
        running = batch(folder, number)
        for process in sorted(running, key=lambda _: random.random()):
            time.sleep(random.uniform(0, LONGEST_SECONDS / len(running)))
            process.kill()
        answers = [process.communicate() for process in running]
        assert not [err for _, err in answers if "Traceback" in err]
        for process, (out, _), client in zip(running, answers, ("acme", "bolt", "", ""), strict=True):
            if process.returncode == 0 and f"event {number}" in out:
                acknowledged.append(f"event {number} of {client}")
        put_together(folder, answers[-1][1])
        killed += sum(process.returncode < 0 for process in running)
        number += 1
    for place in (folder, folder / "clients"):  # what few kills leave is left for sure
        (place / ".bolt.yaml.0a1b2c3d.new").write_text("name: B", encoding="utf-8")
    done(folder, "log", "acme", "the last")
    put_together(folder, started(folder, "client", "edit", "acme", EDITOR="true").communicate()[1])
    done(folder, "client", "edit", "acme", EDITOR="true")
    entries = [entry for client in ("acme", "bolt") for entry in journal(folder, client)]
    texts = Counter(entry["text"] for entry in entries if entry["kind"] == "note")
    assert set(acknowledged) <= set(texts)
    assert max(Counter(entry["id"] for entry in entries).values()) == 1
    assert max(texts.values()) == 1
    assert left_over(tmp_path) == []
    assert sorted(path.name for path in (folder / "clients").iterdir()) == ["acme.yaml", "bolt.yaml"]
    assert (folder / "clients" / "acme.yaml").read_text(encoding="utf-8").startswith(ACME)
    for file in (tmp_path / "home").rglob("changes/*.json"):
        assert json.loads(file.read_text(encoding="utf-8"))["changes"]
    done(folder, "data", "check")


def test_a_client_that_is_renamed_or_changed_when_it_is_killed_is_whole(tmp_path: Path) -> None:
    """At every moment there is one client of two names, with all that was logged, and nothing is wrong."""
    folder, random = make(tmp_path / "mine"), Random(KILLS)  # noqa: S311 - moments, no secrets
    logged = (folder / "journal" / "bolt.jsonl").read_text(encoding="utf-8")
    names = ("bolt", "corona")
    for number in range(KILLS):
        words = changes_of_files(number)[number % 4]
        process = started(folder, *words)
        time.sleep(random.uniform(0, 1.5 * LONGEST_SECONDS))
        process.kill()
        assert "Traceback" not in process.communicate()[1]
        present = [name for name in names if (folder / "clients" / f"{name}.yaml").exists()]
        assert present
        for name in present:
            assert (folder / "journal" / f"{name}.jsonl").read_text(encoding="utf-8") == logged
        assert "name: Acme" in (folder / "clients" / "acme.yaml").read_text(encoding="utf-8")
        if len(present) > 1:  # cut short: the same command goes on
            done(folder, *words)
    done(folder, "data", "check")


def test_a_client_that_is_removed_when_it_is_killed_is_there_or_comes_back(tmp_path: Path) -> None:
    """At every moment it is there whole, or an undo brings all of it back."""
    folder, random = make(tmp_path / "mine"), Random(KILLS)  # noqa: S311 - moments, no secrets
    (folder / "calendars").mkdir()
    (folder / "calendars" / "bolt.ics").write_text("BEGIN:VCALENDAR\nEND:VCALENDAR\n", encoding="utf-8")
    done(folder, "client", "set", "bolt", "calendar", "calendars/bolt.ics")
    names = ("clients/bolt.yaml", "journal/bolt.jsonl", "calendars/bolt.ics")
    whole = {name: (folder / name).read_bytes() for name in names}
    for _ in range(KILLS):
        process = started(folder, "client", "remove", "bolt", "--yes", "--with-journal", "--with-calendars")
        time.sleep(random.uniform(0, 1.5 * LONGEST_SECONDS))
        process.kill()
        assert "Traceback" not in process.communicate()[1]
        if not all((folder / name).exists() for name in names):
            done(folder, "data", "undo")
        assert {name: (folder / name).read_bytes() for name in names} == whole
    done(folder, "data", "check")
    done(folder, "client", "remove", "bolt", "--yes", "--with-journal", "--with-calendars")
    assert not any((folder / name).exists() for name in names)
    assert left_over(tmp_path) == []
