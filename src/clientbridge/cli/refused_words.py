"""Words that the library of commands refuses, as our own errors: what is wrong, and what to type instead.

The library keeps its exceptions in a private module. They are the same in every release that is allowed
(pyproject.toml), and a test holds a case of each.
"""

from collections.abc import Container, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from typer._click.exceptions import BadParameter, MissingParameter, NoSuchOption, UsageError
from typer._click.exceptions import ClickException as WordsRefused
from typer._click.exceptions import NoArgsIsHelpError as HelpWanted
from typer.core import TyperCommand, TyperGroup, TyperOption

from clientbridge.cli.options import FLAGS, WITH_VALUE
from clientbridge.core import errors

if TYPE_CHECKING:
    from typer._click.core import Context, Parameter

__all__ = ["CommandOfWords", "HelpWanted", "WordsRefused", "refusal"]

_LONG_DASHES = "‐‑‒–—―−"
"""What word processors make of a hyphen."""
_MOST_QUOTED = 40


class CommandOfWords(TyperCommand):
    """A command that says what is wrong with the words after its name before the library takes them apart."""

    def parse_args(self, ctx: "Context", args: list[str]) -> list[str]:
        """Read them; raises UsageError of `core/errors.py`, also where an option swallows the next one."""
        options = _options(self.params)
        waiting = iter(args[: args.index("--")] if "--" in args else args)
        for word in waiting:
            _check_dash(word, options)
            name, equals, _ = word.partition("=")
            param = options.get(name)
            if param is not None and not _stands_alone(param):
                _check_following(ctx, name, param, _following(word, waiting, options))
            elif param is not None and equals:
                raise _takes_nothing(ctx, name)
        return super().parse_args(ctx, args)


def _options(params: Iterable["Parameter"]) -> dict[str, "Parameter"]:
    return {name: param for param in params if _is_option(param) for name in _names(param)}


def _check_dash(word: str, options: Iterable[str]) -> None:
    plain = f"--{word.lstrip(_LONG_DASHES)}"
    if word[:1] in _LONG_DASHES and plain in (*options, *FLAGS, *WITH_VALUE):
        raise errors.UsageError(f"'{word}' begins with a long dash", hint=f"type {plain}")


def _following(word: str, waiting: Iterator[str], options: Container[str]) -> str | None:
    """What belongs to the option at the start of the word; None where there is nothing but another option."""
    _, equals, value = word.partition("=")
    if equals:
        return value
    following = next(waiting, None)
    return None if following in options else following


def _check_following(ctx: "Context", name: str, param: "Parameter", following: str | None) -> None:
    """An empty word will do only where it is what holds without the option."""
    if following is None or (not following and param.default != ""):
        raise errors.UsageError(f"{name} needs a word after it", hint=f"{_meaning(param)}; {_see(ctx)}")


def refusal(refused: WordsRefused, words: Sequence[str]) -> errors.ClientbridgeError:
    """Our own error for one of the library; `words` are those of the call, without the global options."""
    match refused:
        case NoSuchOption(ctx=ctx, option_name=option) if ctx is not None:
            return _no_such_option(ctx, option, words)
        case MissingParameter(ctx=ctx, param=param) if ctx is not None and param is not None:
            return errors.UsageError(f"{ctx.command_path} needs {_meaning(param)}", hint=_see(ctx))
        case BadParameter(ctx=ctx, param=param) if ctx is not None and param is not None:
            return _wrong_value(ctx, param, refused.message)
        case UsageError(ctx=ctx) if ctx is not None:
            if isinstance(ctx.command, TyperGroup):
                return _no_such_command(ctx, ctx.command, words)
            return _too_many_words(ctx, refused.message)
        case _:
            return errors.UsageError(refused.format_message())


def _no_such_command(ctx: "Context", group: TyperGroup, words: Sequence[str]) -> errors.UsageError:
    path = ctx.command_path.split()[1:]
    typed = [word for word in words if not word.startswith("-")][len(path) :][:1]
    calls = _calls(group, path)
    if not typed:
        return errors.UsageError(f"{ctx.command_path} needs one more word", hint=_see(ctx))
    from clientbridge.core.spelling import nearest

    close = calls.get(typed[0]) or [call for name in nearest(typed[0], calls, most=1) for call in calls[name]]
    meant = f"did you mean {_one_of(f'cb {call}' for call in close)}? " if close else ""
    return errors.UsageError(f"there is no command '{' '.join([*path, *typed])}'", hint=meant + _see(ctx))


def _calls(group: TyperGroup, path: Sequence[str]) -> dict[str, list[str]]:
    """The calls that a word may be the name of: also of what stands below another word."""
    calls: dict[str, list[str]] = {}
    for name, command in group.commands.items():
        calls.setdefault(name, []).insert(0, " ".join([*path, name]))
        for inner in command.commands if isinstance(command, TyperGroup) else ():
            calls.setdefault(inner, []).append(f"{name} {inner}")
    return calls


def _no_such_option(ctx: "Context", option: str, words: Sequence[str]) -> errors.UsageError:
    from clientbridge.core.spelling import shortened

    typed = next((word for word in words if word.startswith(option)), option).partition("=")[0]
    if " " in typed:
        return errors.UsageError(
            f"{ctx.command_path} has no '{shortened(typed, _MOST_QUOTED)}'",
            hint=f"put -- before a text that begins with a hyphen; {_see(ctx)}",
        )
    if typed in FLAGS:
        return _takes_nothing(ctx, typed)
    meant = _near_options(ctx, typed.strip("-"))
    if meant:
        hint = f"did you mean {_one_of(meant)}? "
    else:
        hint = "write it after the name of the command; " if isinstance(ctx.command, TyperGroup) else ""
    return errors.UsageError(f"{ctx.command_path} has no {typed}", hint=hint + _see(ctx))


def _near_options(ctx: "Context", wanted: str) -> list[str]:
    """The option that `wanted` nearly names, without its hyphens; for one letter those that begin with it."""
    from clientbridge.core.spelling import nearest

    known = {name.strip("-"): name for name in (*_options(ctx.command.params), *FLAGS, *WITH_VALUE, "--help")}
    if len(wanted) == 1:
        return [known[name] for name in known if name.startswith(wanted)][:2]
    return [known[name] for name in nearest(wanted, known, most=1)]


def _takes_nothing(ctx: "Context", option: str) -> errors.UsageError:
    return errors.UsageError(f"{option} takes nothing after it", hint=_see(ctx))


def _wrong_value(ctx: "Context", param: "Parameter", message: str) -> errors.UsageError:
    """The library's message begins with what was typed: ``'x' is not a valid int.``."""
    typed, _, _ = message.partition(" is not ")
    name = f"{param.opts[0]}: " if _is_option(param) else ""
    choices = getattr(param.type, "choices", None)
    if choices:
        from clientbridge.core.spelling import nearest

        close = nearest(typed.strip("'"), map(str, choices), most=1)
        meant = f"did you mean {close[0]}? " if close else ""
        return errors.UsageError(
            f"{name}{typed} is none of {', '.join(map(str, choices))}", hint=meant + _see(ctx)
        )
    least, most = getattr(param.type, "min", None), getattr(param.type, "max", None)
    if "valid int" in message:
        say = f"{typed} is not a whole number"
    elif least is not None and most is not None:
        say = f"{typed} is not between {least} and {most}"
    else:
        say = message.rstrip(".")
    return errors.UsageError(name + say, hint=f"{_meaning(param)}; {_see(ctx)}")


def _too_many_words(ctx: "Context", message: str) -> errors.UsageError:
    """The library's message ends with the words in question: ``Got unexpected extra argument(s) (a b)``."""
    from clientbridge.core.spelling import shortened

    left = message.partition(" (")[2].removesuffix(")")
    say = f"{ctx.command_path} has no place for '{shortened(left, _MOST_QUOTED)}'"
    other = _other_command(ctx)
    if other is not None:
        return errors.UsageError(say, hint=f"did you mean {other}?")
    takes_words = any(not _is_option(param) for param in ctx.command.params)
    quotes = "put what belongs together in quotes; " if takes_words else ""
    return errors.UsageError(say, hint=quotes + _see(ctx))


def _other_command(ctx: "Context") -> str | None:
    """What was perhaps meant where the list goes without saying: ``cb promise dnoe ubmytt``."""
    if ctx.parent is None or not isinstance(ctx.parent.command, TyperGroup) or ctx.command.name != "list":
        return None
    from clientbridge.core.spelling import nearest

    first = next((value for value in ctx.params.values() if isinstance(value, str)), "")
    close = nearest(first, ctx.parent.command.commands, most=1)
    return f"{ctx.parent.command_path} {close[0]}" if close else None


def _is_option(param: "Parameter") -> bool:
    return isinstance(param, TyperOption)


def _names(param: "Parameter") -> tuple[str, ...]:
    return (*param.opts, *param.secondary_opts)


def _stands_alone(param: "Parameter") -> bool:
    return isinstance(param, TyperOption) and param.is_flag


def _meaning(param: "Parameter") -> str:
    """What help says of it, within a sentence."""
    text = str(getattr(param, "help", None) or param.name)
    return text[:1].lower() + text[1:]


def _see(ctx: "Context") -> str:
    return " ".join(["see: cb help", *ctx.command_path.split()[1:]])


def _one_of(names: Iterable[str]) -> str:
    *before, last = names
    return f"{', '.join(before)} or {last}" if before else last
