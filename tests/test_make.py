"""The Makefile sets up when it has to and reports what is wrong; the lock works with any package index."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
LOCK = (ROOT / "requirements-dev.lock").read_text(encoding="utf-8")

pytestmark = pytest.mark.skipif(shutil.which("make") is None, reason="there is no make here")


def make(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    # A make that runs the tests must not pass its settings on.
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    return subprocess.run(
        ["make", *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project in a folder with a space in its name, which looks set up to make."""
    folder = tmp_path / "a project"
    (folder / ".venv" / "bin").mkdir(parents=True)
    shutil.copy(ROOT / "Makefile", folder)
    names = ["requirements-dev.lock", "pyproject.toml", ".venv/bin/python", ".venv/.locked", ".venv/.ready"]
    for age, name in enumerate(names):
        (folder / name).touch()
        os.utime(folder / name, (1_000_000 + age, 1_000_000 + age))
    return folder


def test_make_alone_lists_every_target_with_a_line(tmp_path: Path) -> None:
    shutil.copy(ROOT / "Makefile", tmp_path)
    listed = dict(line.split(maxsplit=1) for line in make(tmp_path).stdout.splitlines())
    wanted = "setup lock generate generate-check lint typecheck test contract mock demo bench clean"
    assert set(wanted.split()) <= set(listed)
    declared = re.findall(r"^\.PHONY: (.+)$", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert set(" ".join(declared).split()) - {"help", "chromium", "check-types", "check-tests", "vendor-client"} == set(
        listed
    )


def test_a_second_make_does_not_set_up_again(project: Path) -> None:
    assert "pip" not in make(project, "-n", "setup").stdout


def test_a_changed_lock_is_installed(project: Path) -> None:
    (project / "requirements-dev.lock").touch()
    assert "--require-hashes -r requirements-dev.lock" in make(project, "-n", "setup").stdout


def test_a_changed_pyproject_installs_the_project_alone(project: Path) -> None:
    (project / "pyproject.toml").touch()
    planned = make(project, "-n", "setup").stdout
    assert "--no-deps --no-build-isolation -e ." in planned
    assert "--require-hashes" not in planned


@pytest.mark.parametrize("target", ["demo", "test", "lint", "generate"])
def test_every_target_sets_up_by_itself(project: Path, target: str) -> None:
    (project / "requirements-dev.lock").touch()
    assert "--require-hashes" in make(project, "-n", target).stdout


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        (["vendor-diff"], "VENDOR=path"),
        (["vendor-draft", "VENDOR=x"], "VENDOR=new SINCE=old"),
        (["new-resource"], "NAME=saved_notes"),
    ],
)
def test_what_a_target_needs_is_asked_for(project: Path, given: list[str], missing: str) -> None:
    done = make(project, *given)
    assert done.returncode == 2
    assert f"make {given[0]} {missing}" in done.stderr


def test_an_old_python_is_refused_by_name(tmp_path: Path) -> None:
    shutil.copy(ROOT / "Makefile", tmp_path)
    for name in ("requirements-dev.lock", "pyproject.toml"):
        (tmp_path / name).touch()
    old = tmp_path / "python3.9"
    old.write_text('#!/bin/sh\n[ "$1" = --version ] && echo "Python 3.9.18"\nexit 1\n', encoding="utf-8")
    old.chmod(0o755)
    done = make(tmp_path, "PYTHON=./python3.9", "setup")
    assert done.returncode != 0
    assert "needs Python 3.11 or newer, and './python3.9' is: Python 3.9.18" in done.stderr
    assert not (tmp_path / ".venv").exists()


def test_the_lock_names_no_index_and_no_file() -> None:
    lines = [line for line in LOCK.splitlines() if not line.lstrip().startswith("#")]
    assert [line for line in lines if re.search(r"://|^-|file:| @ ", line)] == []


def test_every_requirement_of_the_lock_has_hashes() -> None:
    entries = re.split(r"\n(?=[a-z0-9])", LOCK)
    assert [entry.split()[0] for entry in entries if "==" in entry and "--hash=sha256:" not in entry] == []


def test_generator_and_formatter_are_pinned_in_the_lock_as_in_the_project() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    for pin in re.findall(r'"((?:openapi-python-client|ruff)==[^"]+)"', project):
        assert re.search(rf"^{re.escape(pin)} ", LOCK, flags=re.MULTILINE)


def steps_of_ci() -> list[str]:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    return re.findall(r"(?:^|[{;]) *step ([a-z-]+)", script, flags=re.MULTILINE)


def test_every_step_of_ci_is_a_target() -> None:
    targets = set(re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE))
    assert set(steps_of_ci()) <= targets
    assert {"setup", "lint", "typecheck", "test", "contract", "bench-quick"} <= set(steps_of_ci())


def test_every_step_of_ci_runs_and_one_that_fails_fails_the_whole(tmp_path: Path) -> None:
    (tmp_path / ".ci").mkdir()
    shutil.copy(ROOT / ".ci" / "run", tmp_path / ".ci")
    steps = dict.fromkeys(steps_of_ci())
    rules = [f"{step}:\n\t@echo ran {step}{'; exit 1' if step == 'lint' else ''}\n" for step in steps]
    (tmp_path / "Makefile").write_text("".join(rules), encoding="utf-8")
    done = subprocess.run([".ci/run"], cwd=tmp_path, capture_output=True, text=True, check=False)
    ran = re.findall(r"^ran ([a-z-]+)", done.stdout, flags=re.MULTILINE)
    assert sorted(ran) == sorted(steps_of_ci())
    assert done.returncode == 1
    assert done.stderr.endswith("Failed: lint\n")


def test_what_ci_leaves_out_of_the_tests_is_run_by_another_step() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    recipes = (ROOT / "Makefile").read_text(encoding="utf-8")
    left_out = re.findall(r"--ignore (\S+?)['\"\s]", script)
    assert left_out == ["tests/type_checks", "tests/contract"]
    for path in left_out:
        assert any(f"pytest {flag}{path}" in recipes for flag in ("", "-q ")), path


def test_the_workflow_runs_the_same_on_every_python_that_the_package_names() -> None:
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8"))
    job = workflow["jobs"]["check"]
    named = re.findall(r"Python :: (3\.\d+)", (ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert job["strategy"]["matrix"]["python"] == named
    assert [step["run"] for step in job["steps"] if "run" in step] == [".ci/run"]


def test_every_action_of_a_workflow_is_pinned_by_its_digest() -> None:
    for workflow in sorted((ROOT / ".github" / "workflows").glob("*.yml")):
        for action in re.findall(r"uses: (\S+.*)$", workflow.read_text(encoding="utf-8"), flags=re.MULTILINE):
            assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v\d[\d.]*", action), f"{workflow.name}: {action}"


WORKFLOWS = {
    path.stem: yaml.safe_load(path.read_text(encoding="utf-8"))
    for path in (ROOT / ".github" / "workflows").glob("*.yml")
}


def test_no_job_of_a_workflow_may_do_more_than_it_has_to() -> None:
    more = {
        f"{name} {job_name}": set(job.get("permissions", {})) - {"contents"}
        for name, workflow in WORKFLOWS.items()
        for job_name, job in workflow["jobs"].items()
    }
    assert {name: found for name, found in more.items() if found} == {
        "release publish": {"attestations", "id-token"},
        "release site": {"id-token", "pages"},
        "vendor vendor-diff": {"issues"},
    }
    for workflow in WORKFLOWS.values():
        assert workflow["permissions"] == {"contents": "read"}
        for job in workflow["jobs"].values():
            assert job.get("permissions", {}).get("contents", "read") == "read"


def test_no_checkout_of_a_workflow_keeps_its_token() -> None:
    steps = [step for workflow in WORKFLOWS.values() for job in workflow["jobs"].values() for step in job["steps"]]
    checkouts = [step for step in steps if step.get("uses", "").startswith("actions/checkout@")]
    assert checkouts
    assert [step for step in checkouts if step["with"]["persist-credentials"] is not False] == []


def test_a_release_is_published_only_after_all_of_its_checks() -> None:
    jobs = WORKFLOWS["release"]["jobs"]
    assert set(jobs["publish"]["needs"]) == set(jobs) - {"publish", "site"}
    commands = " ".join(step.get("run", "") for job in jobs.values() for step in job["steps"])
    for target in ("dist", "sbom", "audit", "test-wheel", "test-lowest", "docs"):
        assert re.search(rf"\bmake [\w\s-]*\b{target}\b", commands), target


def test_workflows_call_targets_that_exist() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE))
    called = re.findall(r"make ([a-z -]+)", "".join(map(str, WORKFLOWS.values())))
    matrix = WORKFLOWS["nightly"]["jobs"]["nightly"]["strategy"]["matrix"]["target"]
    assert {*" ".join(called).split(), *matrix} <= targets


def test_contributing_documents_every_check() -> None:
    documented = set(re.findall(r"`make ([a-z-]+)", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")))
    targets = set(re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE))
    assert targets - {"setup", "generate", "mock", "demo", "clean"} <= documented
    assert documented <= targets
