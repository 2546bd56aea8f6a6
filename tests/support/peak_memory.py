"""The most memory that this process has held, whatever the one that started it holds."""

import re
from pathlib import Path


def peak_megabytes() -> int:
    """Megabytes of its own, as Linux counts them; `getrusage` begins with what its parent held before."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(re.findall(r"^VmHWM:\s*(\d+) kB", status, re.MULTILINE)[0]) // 1024
