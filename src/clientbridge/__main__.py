"""``python -m clientbridge`` and the two installed commands, ``cb`` and ``clientbridge``."""

import gc
import sys


def run() -> None:
    """Answer the command line of this process and leave with its exit code."""
    # A short life makes little garbage: looking for it cost a twentieth of a whole command.
    gc.set_threshold(100_000)
    from clientbridge.cli import main  # noqa: PLC0415  (an import that fails must not hide `run`)

    sys.exit(main(sys.argv[1:]))


if __name__ == "__main__":
    run()
