"""Shared fixtures for tests of pages: two sites, each built once and only read, and a browser; can be overridden."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.engine.batch import build_site
from generator.settings import Settings
from tests.building_blocks import PUBLISHED, ROOT
from tests.built_once import built_once
from tests.site.trial_site import build_trial_site

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="session")
def published_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the fixed copy of the real content."""
    settings = Settings(content=PUBLISHED, today=datetime.date(2026, 11, 21))
    return built_once(
        tmp_path_factory, "published-site", lambda folder: build_site(ROOT / "mkdocs.yml", settings, folder)
    )


@pytest.fixture(scope="session")
def trial(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the trial site: `content`, and the finished `site`."""
    return built_once(tmp_path_factory, "trial", build_trial_site)


@pytest.fixture(scope="module")
def address(published_site: Path) -> Iterator[str]:
    """Address of that site."""
    from tests.site.browser import served

    with served(published_site) as address:
        yield address


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    """A real browser."""
    from tests.site.browser import opened

    with opened(chromium) as browser:
        yield browser
