"""One module reads the clock, environment and streams of the process; each exception has its reason."""

import ast
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).parents[2] / "src" / "clientbridge"
HOME = "cli/surroundings.py"
EXCEPTIONS = {
    "__main__.py": {"sys.argv"},  # the process starts there
    "cli/completion/tab_key.py": {
        "os.environ",
        "os.getcwd",
        "sys.stdout",
    },  # has no time to load the other one
    "adapters/culture/check_country_files.py": {"sys.argv", "sys.stdout", "sys.stderr"},  # `make check-data`
    # Whether a file is too young for its stamp to be trusted; no answer depends on it.
    "adapters/file_stamp.py": {"time_ns"},
    "adapters/relationship/agenda_cache.py": {"time_ns"},
    # How long something is waited for.
    "adapters/web/exchange.py": {"monotonic"},
    "adapters/output_file.py": {"monotonic"},
    # Where a command of the user's own is started: in no folder that others can write to.
    "adapters/web/logins.py": {"Path.home"},
    # A path that begins with a tilde.
    "adapters/meeting/calendar_files.py": {"expanduser"},
    "adapters/workspace/workspace_place.py": {"expanduser"},
    "cli/workspace/init.py": {"expanduser"},
    "load/meeting/named_calendar.py": {"expanduser"},
}
OF_MODULES = {
    "os": {"environ", "environb", "getenv", "getcwd", "getlogin"},
    "sys": {"argv", "stdin", "stdout", "stderr", "__stdin__", "__stdout__", "__stderr__"},
    "Path": {"cwd", "home"},
    "datetime": {"now", "utcnow", "today"},
    "date": {"today"},
}
BY_NAME = {"expanduser", "time_ns", "monotonic", "perf_counter", "localtime", "gmtime", "getenv", "environ"}


def readings(tree: ast.Module) -> Iterator[str]:
    """What a module asks the process for, by the name under which it asks."""
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(value=ast.Name(id=owner), attr=name) if name in OF_MODULES.get(owner, ()):
                yield f"{owner}.{name}"
            case ast.Attribute(attr="expanduser"):
                yield node.attr
            case ast.ImportFrom(module="os" | "os.path" | "sys" | "time" as module):
                wanted = BY_NAME | OF_MODULES.get(module, set())
                yield from (name.name for name in node.names if name.name in wanted)
            case _:
                pass


def test_nothing_else_reads_what_the_process_finds_around_it() -> None:
    found = {
        path.relative_to(SOURCE).as_posix(): set(readings(ast.parse(path.read_text(encoding="utf-8"))))
        for path in SOURCE.rglob("*.py")
    }
    assert found.pop(HOME) >= {"os.environ", "sys.stdin", "sys.stdout", "sys.stderr", "datetime.now"}
    assert {name: read for name, read in found.items() if read} == EXCEPTIONS
