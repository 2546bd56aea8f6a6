"""How a shell learns to ask: what is written where, and only once."""

from pathlib import Path

import pytest

from conftest import Run


@pytest.mark.parametrize(
    ("shell", "script", "settings"),
    [
        ("bash", ".config/clientbridge/cb.bash", ".bashrc"),
        ("zsh", ".config/clientbridge/cb.zsh", ".zshrc"),
        ("fish", ".config/fish/completions/cb.fish", None),
    ],
)
def test_the_script_is_put_where_the_shell_finds_it(
    shell: str, script: str, settings: str | None, run: Run, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    for name in (".bashrc", ".zshrc"):
        (home / name).write_bytes(b"# mine\xff")
    assert run("--install-completion", shell).code == 0
    assert "--tab" in (home / script).read_text(encoding="utf-8")
    again = run("--install-completion", shell)
    assert again.code == 0
    if settings is not None:
        assert "reads it already" in again.out
        mine, line = (home / settings).read_bytes().splitlines()
        assert mine == b"# mine\xff"
        assert str(home / script).encode() in line
    untouched = {".bashrc", ".zshrc"} - {settings}
    assert all((home / name).read_bytes() == b"# mine\xff" for name in untouched)


def test_the_shell_of_the_user_is_the_default(run: Run, tmp_path: Path) -> None:
    answer = run("--install-completion", SHELL="/usr/bin/zsh", ZDOTDIR=str(tmp_path / "dots"))
    assert answer.code == 0
    assert (tmp_path / "dots" / ".zshrc").is_file()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell", "pwsh"])
def test_a_script_can_be_shown(shell: str, run: Run) -> None:
    answer = run("--show-completion", shell)
    assert answer.code == 0
    assert f"cb --tab {shell.replace('pwsh', 'powershell')}" in answer.out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--install-completion", "powershell"), "$PROFILE"),
        (("--install-completion", "tcsh"), "bash, zsh, fish or powershell"),
        (("--install-completion", "bash", "zsh"), "one shell"),
        (("--install-completion",), "which shell"),
    ],
)
def test_what_cannot_be_done_is_told_with_what_to_type(words: tuple[str, ...], said: str, run: Run) -> None:
    answer = run(*words)
    assert answer.code == 2
    assert said in answer.err
