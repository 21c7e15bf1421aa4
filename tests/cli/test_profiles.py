"""Profiles: where settings come from, who may read them, and `quant-ai configure`."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from .support.running import CommandRunner

SECRET = "planted-token-4711"
ALL = ("QUANT_API_TOKEN", "QUANT_ORGANISATION", "QUANT_BASE_URL")


@pytest.fixture
def bare(quant_ai: CommandRunner, monkeypatch: pytest.MonkeyPatch) -> CommandRunner:
    """Runs commands without settings in the environment."""
    for name in ALL:
        monkeypatch.delenv(name)
    return quant_ai


def write(home: Path, text: str, mode: int = 0o600) -> Path:
    file = home / "quant-ai" / "config.toml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    file.chmod(mode)
    return file


def settings(quant_ai: CommandRunner, **more: str) -> str:
    lines = {"token": quant_ai.mock.token, "organisation": "acme", "base_url": quant_ai.mock.url, **more}
    return "[profiles.default]\n" + "".join(f'{key} = "{value}"\n' for key, value in lines.items() if value)


def test_a_profile_has_all_settings(bare: CommandRunner, home: Path) -> None:
    write(home, settings(bare, model="amazon.nova-pro-v1:0", project="site"))
    assert bare("models", "list").code == 0
    assert bare("ai-search", "get-status", "--dry-run").out.count("/projects/site/") == 1
    assert '"modelId":"amazon.nova-pro-v1:0"' in bare("chat", "Hello", "--dry-run").out


def test_an_option_wins_over_the_environment_and_that_over_the_profile(
    bare: CommandRunner, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(home, settings(bare))
    assert "/organisations/acme/" in bare("models", "list", "--dry-run").out
    monkeypatch.setenv("QUANT_ORGANISATION", "two")
    assert "/organisations/two/" in bare("models", "list", "--dry-run").out
    assert "/organisations/three/" in bare("models", "list", "--dry-run", "--org", "three").out


def test_profiles_are_chosen_by_name(bare: CommandRunner, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(home, 'default_profile = "b"\n[profiles.a]\norganisation = "aa"\n[profiles.b]\norganisation = "bb"\n')
    assert "/bb/" in bare("models", "list", "--dry-run").out
    monkeypatch.setenv("QUANT_PROFILE", "a")
    assert "/aa/" in bare("models", "list", "--dry-run").out
    assert "/bb/" in bare("models", "list", "--dry-run", "--profile", "b").out


@pytest.mark.skipif(sys.platform == "win32", reason="rights of POSIX")
@pytest.mark.parametrize("mode", [0o644, 0o640, 0o620, 0o602, 0o777])
def test_a_file_that_others_may_use_is_refused(bare: CommandRunner, home: Path, mode: int) -> None:
    file = write(home, settings(bare), mode)
    done = bare("models", "list")
    assert (done.code, done.out, done.err.count("\n")) == (3, "", 1)
    assert f"chmod 600 {file}" in done.err
    assert bare("configure", "--organisation", "b").code == 3


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[profiles.default\n", "config.toml is not TOML: "),
        ('[profiles.default]\ntokn = "a"\n', "unknown key 'tokn'; did you mean 'token'?"),
        ("[profiles.default]\ntoken = 5\n", "token must be a string"),
        ('token = "a"\n', "unknown key 'token'; settings are in [profiles.default]"),
        ("profiles = 5\n", "profiles must be tables"),
        ('default_profile = "wrok"\n[profiles.work]\n', "there is no profile 'wrok'"),
        ('default_profile = "wrok"\n[profiles.work]\n', "did you mean 'work'?"),
        ("[profiles]\ndefault = 5\n", "must be a table"),
    ],
)
def test_a_broken_file_is_one_line(bare: CommandRunner, home: Path, text: str, message: str) -> None:
    write(home, text)
    done = bare("models", "list")
    assert message in done.err
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)


def test_the_help_needs_no_config(bare: CommandRunner, home: Path) -> None:
    write(home, "[broken", 0o644)
    assert bare("models", "list", "--help").code == bare("--version").code == 0
    assert bare("models", "list", "--mock").code == 0


def test_a_command_prints_the_token(bare: CommandRunner, home: Path) -> None:
    write(home, settings(bare, token="", token_command=f"echo ' {bare.mock.token} '"))
    assert bare("models", "list").code == 0
    stdin = '{"name": "a", "embeddingModel": "amazon.titan-embed-text-v2:0"}'
    write(home, settings(bare, token="", token_command=f"cat >/dev/null; echo {bare.mock.token}"))
    assert bare("vector-db", "create-collection", "--body", "-", stdin=stdin).code == 0


@pytest.mark.parametrize(("command", "message"), [("exit 4", "failed with exit code 4"), ("true", "printed no token")])
def test_a_command_that_prints_no_token_is_named(bare: CommandRunner, home: Path, command: str, message: str) -> None:
    write(home, settings(bare, token="", token_command=command))
    done = bare("models", "list")
    assert (done.code, done.err) == (3, f"quant-ai: token_command {message}\n")


@pytest.mark.parametrize("source", ["token", "token_command"])
def test_a_token_of_a_profile_is_never_printed(bare: CommandRunner, home: Path, source: str) -> None:
    value = {"token": SECRET} if source == "token" else {"token": "", "token_command": f"echo {SECRET}"}
    write(home, settings(bare, **value))
    bare.mock.organisation("acme").fault(401, operation="models_list", body={"message": f"unknown: {SECRET}"})
    for more in ([], ["-vv"], ["--dry-run"], ["--error-format", "json"]):
        done = bare("models", "list", *more)
        assert SECRET not in done.out + done.err
    shown = bare("configure", "--show").out
    assert "token: " + SECRET not in shown
    assert ("[REDACTED]" in shown) == (source == "token")


def test_configure_writes_a_file_for_its_owner_alone(bare: CommandRunner, home: Path) -> None:
    done = bare(
        "configure", "--organisation", "acme", "--base-url", bare.mock.url, "--token-stdin", stdin=f"{SECRET}\n"
    )
    file = home / "quant-ai" / "config.toml"
    assert (done.code, done.out, done.err) == (0, "", f"saved profile default in {file}\n")
    if os.name != "nt":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert f'token = "{SECRET}"' in file.read_text()


def test_configure_leaves_the_rest_of_the_file_as_it_is(bare: CommandRunner, home: Path) -> None:
    before = '# mine\ndefault_profile = "a"\n\n[profiles.a]\norganisation = "aa" # kept\n\n[profiles.b]\nmodel = "m"\n'
    file = write(home, before)
    assert bare("configure", "--profile", "b", "--organisation", 'with "quotes"').code == 0
    assert file.read_text() == before + 'organisation = "with \\"quotes\\""\n'
    assert bare("configure", "--profile", "c", "--project", "site").code == 0
    assert file.read_text().endswith('\n\n[profiles.c]\nproject = "site"\n')
    assert bare("configure", "--profile", "a", "--model", "x").code == 0
    assert file.read_text().startswith(
        '# mine\ndefault_profile = "a"\n\n[profiles.a]\norganisation = "aa"\nmodel = "x"\n'
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "Nothing to save"),
        (["--profile", "a b", "--model", "m"], "a profile is named with letters"),
        (["--token-stdin"], "stdin has no token"),
        (["--token", SECRET], "a token is not given as an argument"),
    ],
)
def test_a_mistake_in_configure_is_one_line(bare: CommandRunner, arguments: list[str], message: str) -> None:
    done = bare("configure", *arguments)
    assert message in done.err
    assert (done.code != 0, done.err.count("\n"), SECRET in done.err) == (True, 1, False)


def test_a_config_that_cannot_be_written_is_one_line(bare: CommandRunner, home: Path) -> None:
    (home / "quant-ai").write_text("a file where the folder should be")
    done = bare("configure", "--model", "m")
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert "cannot write" in done.err
    assert bare("models", "list", "--mock").code == 0
