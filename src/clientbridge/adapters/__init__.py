"""WHERE FACTS COME FROM: files, libraries and the network become core values, and back."""

import os


def shipped_folder() -> str:
    """Where our tables lie: ``clientbridge/data`` in an installed wheel, else ``data`` of the checkout.

    The Tab key asks too, so nothing but `os` is imported.
    """
    program = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    packaged = os.path.join(program, "data")
    if os.path.isdir(packaged):
        return packaged
    return os.path.join(os.path.dirname(os.path.dirname(program)), "data")
