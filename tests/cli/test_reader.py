"""The words that start the pager."""

from collections.abc import Mapping

import pytest

from clientbridge.cli.reader import pager_command


@pytest.mark.parametrize(
    ("environment", "command"),
    [
        ({}, ["less"]),
        ({"PAGER": "most -s"}, ["most", "-s"]),
        ({"PAGER": "'/opt/my pager' -R"}, ["/opt/my pager", "-R"]),
        ({"PAGER": ""}, []),
        ({"PAGER": "'no end"}, []),
    ],
)
def test_the_pager_is_yours_or_the_usual_one(environment: Mapping[str, str], command: list[str]) -> None:
    assert pager_command(environment) == command
