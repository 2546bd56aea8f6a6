"""`cb config`: your own defaults, for every workspace."""

from enum import StrEnum
from typing import Annotated

import typer

from clientbridge.cli.context import Context
from clientbridge.core.errors import UsageError
from clientbridge.load.workspace.config import change_default, user_config


class ConfigAct(StrEnum):
    """What to do with a default."""

    SHOW = "show"
    SET = "set"
    UNSET = "unset"


def config(
    ctx: typer.Context,
    act: Annotated[ConfigAct, typer.Argument(help="What to do")] = ConfigAct.SHOW,
    key: Annotated[
        str | None, typer.Argument(help="duration, notice, language or stretch", metavar="KEY")
    ] = None,
    value: Annotated[list[str] | None, typer.Argument(help="As its option takes it", metavar="VALUE")] = None,
) -> None:
    """Show your own defaults and where each comes from, set one, or take it out."""
    context: Context = ctx.obj
    if act is ConfigAct.SHOW:
        context.show(user_config(context.session))
        return
    wanted = act is ConfigAct.SET
    if key is None or wanted != bool(value):
        example = "cb config set duration 45m" if wanted else "cb config unset duration"
        raise UsageError(
            f"'{act}' needs a key{' and a value' if wanted else ' alone'}", hint=f"type: {example}"
        )
    context.show(change_default(context.session, key, " ".join(value) if value else None))
