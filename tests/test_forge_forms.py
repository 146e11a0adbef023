"""Forms of the forge and hooks of pre-commit are valid, pinned, and download nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.building_blocks import ROOT

FORMS = sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("[!c]*.yml"))
HOOKS = ROOT / ".pre-commit-config.yaml"


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_a_form_fits_the_schema_of_the_forge(form: Path) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-issue-forms", str(form)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if "vendor.github-issue-forms" in done.stderr:  # this version has no schema of forms
        check_by_hand(form)
    else:
        assert done.returncode == 0, done.stdout


def check_by_hand(form: Path) -> None:
    said = yaml.safe_load(form.read_text("utf-8"))
    assert {"name", "description", "body"} <= said.keys()
    ids = [one["id"] for one in said["body"] if one["type"] != "markdown"]
    assert len(set(ids)) == len(ids)
    assert all(one["type"] in {"markdown", "textarea", "input", "dropdown", "checkboxes"} for one in said["body"])
    assert all(one["attributes"].get("label") or one["attributes"].get("value") for one in said["body"])


def test_hooks_run_installed_programs_and_download_nothing() -> None:
    repositories = yaml.safe_load(HOOKS.read_text("utf-8"))["repos"]
    assert [one["repo"] for one in repositories] == ["local"]
    for hook in repositories[0]["hooks"]:
        assert hook["language"] == "system"
        assert hook["entry"].split()[0] in {".venv/bin/ruff", ".venv/bin/mypy", ".venv/bin/python"}


def test_the_hooks_are_those_of_pre_commit() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "validate-config", str(HOOKS)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
