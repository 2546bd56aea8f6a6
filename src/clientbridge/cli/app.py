"""The command list: every command of `cb`, in the order in which help shows them."""

import typer

from clientbridge.cli.options import HELP

_PROMISE = (
    "Everything else remembers your clients. "
    "cb also knows what time, what day and what custom it is where they are."
)
_EPILOG = "Options for every command, before or after its name:\n\n" + "\n\n".join(
    f"{option:<12} {meaning}" for option, meaning in HELP
)


def make_app(width: int) -> typer.Typer:
    """The Typer application, its help wrapped to `width` columns; importing this module does nothing."""
    app = typer.Typer(
        name="cb",
        help=_PROMISE,
        epilog=_EPILOG,
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"], "terminal_width": width},
    )

    @app.callback()
    def cb() -> None:
        pass

    return app
