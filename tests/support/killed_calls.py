"""A workspace for commands that are killed, and what a killed one may leave behind."""

import json
import os
import subprocess
import sys
from pathlib import Path

SOURCE = Path(__file__).parents[2] / "src"
PROMISES = 3
PROMISE = '{{"id": "prom{}", "at": "2026-11-01T09:00:00Z", "kind": "promise", "owner": "me", "text": "x"}}\n'
ACME = "name: Acme\ncountry: JP\n"


def started(folder: Path, *words: str, **environment: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "clientbridge", *words],
        cwd=folder,
        env={
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(SOURCE),
            "HOME": str(folder.parent / "home"),
            **environment,
        },
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def done(folder: Path, *words: str, **environment: str) -> str:
    process = started(folder, *words, **environment)
    out, err = process.communicate()
    assert process.returncode == 0, err
    return out


def make(folder: Path) -> Path:
    (folder / "clients").mkdir(parents=True)
    (folder / "journal").mkdir()
    (folder / "me.yaml").write_text("name: Lea\ncountry: BE\n", encoding="utf-8")
    (folder / "clients" / "acme.yaml").write_text(ACME, encoding="utf-8")
    (folder / "clients" / "bolt.yaml").write_text("name: Bolt\ncountry: NL\n", encoding="utf-8")
    promises = (PROMISE.format(number) for number in range(PROMISES))
    (folder / "journal" / "bolt.jsonl").write_text("".join(promises), encoding="utf-8")
    return folder


def journal(folder: Path, client: str) -> list[dict[str, str]]:
    text = (folder / "journal" / f"{client}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def left_over(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob("*") if path.name.endswith((".new", ".tmp", ".torn"))]
