"""Fixtures of intake tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.building_blocks import make_lao, make_site


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return content/ of a site with one LAO; the site is the working folder."""
    found = make_site(tmp_path)
    make_lao(found)
    monkeypatch.chdir(tmp_path)
    return found
