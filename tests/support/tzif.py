"""Writes minimal TZif files: a zone that has been at one offset all the time, as a stale database may say."""

import struct
from pathlib import Path


def write_fixed_zone(folder: Path, name: str, offset_minutes: int, rule: str) -> None:
    """A version 2 file with one offset and a POSIX rule such as ``PST8PDT,M3.2.0,M11.1.0``."""
    abbreviation = b"STD\0"
    header = b"TZif2" + bytes(15) + struct.pack(">6l", 0, 0, 0, 0, 1, len(abbreviation))
    block = struct.pack(">lBB", offset_minutes * 60, 0, 0) + abbreviation
    file = folder.joinpath(*name.split("/"))
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(header + block + header + block + b"\n" + rule.encode() + b"\n")


def write_database_of_2025(folder: Path) -> Path:
    """Five places as release 2025b had them, before they changed their rules in 2026."""
    (folder / "tzdata.zi").parent.mkdir(parents=True, exist_ok=True)
    (folder / "tzdata.zi").write_text("# version 2025b\nZ America/Vancouver -8 C P%sT\n", encoding="utf-8")
    north_american = "M3.2.0,M11.1.0"
    write_fixed_zone(folder, "America/Vancouver", -480, f"PST8PDT,{north_american}")
    write_fixed_zone(folder, "America/Edmonton", -420, f"MST7MDT,{north_american}")
    write_fixed_zone(folder, "America/Winnipeg", -360, f"CST6CDT,{north_american}")
    write_fixed_zone(folder, "America/Havana", -300, "CST5CDT,M3.2.0/0,M11.1.0/1")
    write_fixed_zone(folder, "Africa/Casablanca", 60, "<+01>-1")
    return folder
