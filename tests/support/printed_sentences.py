"""``docs/sentences.txt``: every sentence that the program can print, read from its source.

A sentence is any text of two words or more that is neither a docstring nor a pattern; what is filled in while
the program runs stands as ``…``. `make docs` writes the page; a test says when it is stale, so that a new
sentence is seen, and read, in the change that brings it.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "clientbridge"
PAGE = ROOT / "docs" / "sentences.txt"

_INTRODUCTION = """\
Every sentence that the program can print, by the file that holds it; … stands for what is filled in.
Written from the source by `make docs`; do not edit.
"""
_TWO_WORDS = re.compile(r"[^\W\d_]{2,}[^\w\n]* [\W\d_]*[^\W\d_]+|… [^\W\d_]{2,}|[^\W\d_]{2,},? …")
_PATTERN = re.compile(r"\w \| \w|\\3|\(\?|\\[bdws]|\[\^|\)\*|\]\+|\{--|BEGIN:|<!--|</")
_NEVER_PRINTED = frozenset({"namedtuple", "compile", "TypeVar", "cast", "add_note", "AssertionError"})
"""Calls whose texts are for programs, or for those who write this one."""
_SKIPPED = frozenset(
    {
        "render/meeting/offers/offer_page.py",
        "render/meeting/offers/offer_script.py",
        "render/workspace/asking/ask_page.py",
        "render/workspace/asking/ask_script.py",
        "render/writers/client_page.py",
        "render/writers/client_page_script.py",
        "render/writers/client_page_style.py",
        "render/writers/html_style.py",
    }
)
"""Files whose texts are no language; what pages for clients say stands in data/page_words."""


def sentences_page() -> str:
    """The whole page."""
    parts = [_INTRODUCTION]
    for path in sorted(SOURCE.rglob("*.py")):
        name = path.relative_to(SOURCE).as_posix()
        found = [] if name in _SKIPPED else list(dict.fromkeys(sentences(path.read_text(encoding="utf-8"))))
        if found:
            parts.append("\n".join([name, *(f"  {sentence}" for sentence in found)]) + "\n")
    return "\n".join(parts)


def sentences(source: str) -> Iterator[str]:
    """The sentences of one module, in order."""
    tree = ast.parse(source)
    passed_over = {id(node) for node in _not_printed(tree)}
    for node in _in_order(tree, passed_over):
        text = _text(node)
        if text is not None and _TWO_WORDS.search(text) and not _PATTERN.search(text):
            yield " ".join(text.split())


def _in_order(node: ast.AST, passed_over: set[int]) -> Iterator[ast.AST]:
    """Depth first, without what is not printed, and without the pieces of an f-string."""
    if id(node) in passed_over:
        return
    yield node
    for child in ast.iter_child_nodes(node):
        if isinstance(node, ast.JoinedStr) and isinstance(child, ast.Constant):
            continue
        yield from _in_order(child, passed_over)


def _text(node: ast.AST) -> str | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(piece.value) if isinstance(piece, ast.Constant) else "…" for piece in node.values)
    return None


def _not_printed(tree: ast.AST) -> Iterator[ast.AST]:
    """Docstrings, types, and what is handed to programs."""
    for node in ast.walk(tree):
        match node:
            case ast.Expr(value=ast.Constant()):
                yield node
            case ast.AnnAssign(annotation=annotation) if not _holds_help(annotation):
                yield annotation
            case ast.FunctionDef(returns=returns) if returns is not None:
                yield returns
            case ast.arg(annotation=annotation) if annotation is not None and not _holds_help(annotation):
                yield annotation
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)) if name in _NEVER_PRINTED:
                yield node
            case ast.Call(func=ast.Attribute(value=ast.Constant(), attr="split")):
                yield node
            case _:
                pass


def _holds_help(annotation: ast.AST) -> bool:
    """Whether it is an option or argument with its help, which is printed."""
    return any(isinstance(node, ast.Call) for node in ast.walk(annotation))
