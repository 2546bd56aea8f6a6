"""``python -m clientbridge`` and the two installed commands, ``cb`` and ``clientbridge``."""

import gc
import os
import sys

_COLLECT_EVERY = 100_000
"""Objects made between two looks for garbage. Loading a command makes some 60,000, none of them garbage:
at Python's 700 the looking takes a twentieth of the whole command."""
_INTERRUPTED = 130


def run() -> None:
    """Answer the command line of this process and leave with its exit code."""
    if sys.argv[1:2] == ["--tab"]:
        from clientbridge.cli.completion.tab_key import answer_tab  # noqa: PLC0415  (a key must answer at once)

        answer_tab(sys.argv[2:])
        return
    gc.set_threshold(_COLLECT_EVERY)
    try:
        from clientbridge.cli import main  # noqa: PLC0415  (loaded after the line above)

        code = main(sys.argv[1:])
    except KeyboardInterrupt:  # before there was anything to interrupt
        code = _INTERRUPTED
    _leave(code)


def _leave(code: int) -> None:
    """End the process without taking the interpreter apart, which is a tenth of a command.

    All that was said is written (`cli/surroundings.py`); whoever traces the program gets the ordinary end.
    """
    if sys.gettrace() is not None or sys.getprofile() is not None:
        sys.exit(code)
    import atexit  # noqa: PLC0415  (a key must answer at once)

    atexit._run_exitfuncs()  # noqa: SLF001  (what else would be left undone: the folder of the sample)
    os._exit(code)


if __name__ == "__main__":
    run()
