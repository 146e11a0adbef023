"""Linked data in a real Chromium: the policy allows it, and nothing in it runs."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest

pytest.importorskip("playwright", reason="needs playwright: pip install -e '.[dev]'")

from generator.building.site import gather_pages
from generator.engine.batch import build_site
from generator.settings import Settings
from tests.building_blocks import make_lao, make_site
from tests.engine.conftest import CONFIG_FILE
from tests.site.browser import opened, served

pytestmark = pytest.mark.browser
TRICK = "ก</script><script>alert(1)</script><img src=x onerror=alert(1)>"


def test_a_data_block_is_parsed_as_data_and_violates_no_policy(chromium: str, tmp_path: Path) -> None:
    make_lao(make_site(tmp_path), lao=("name: ตัวอย่าง\ndistrict", f"name: '{TRICK}'\ndistrict"))
    settings = Settings(content=tmp_path / "content", today=datetime.date(2024, 6, 1))
    build_site(CONFIG_FILE, settings, tmp_path / "site", gather=gather_pages)
    with opened(chromium) as browser, served(tmp_path / "site") as origin:
        page = browser.new_page()
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.on("dialog", lambda dialog: said.append(dialog.message) or dialog.dismiss())
        page.add_init_script("addEventListener('securitypolicyviolation', e => console.error(e.violatedDirective))")
        page.goto(f"{origin}/lao/5999901/2567-2569/")
        text = page.locator('script[type="application/ld+json"]').evaluate("one => one.textContent")
        assert said == []
        plan = json.loads(text)["@graph"][1]
        assert TRICK in plan["creator"]["name"]
        assert page.evaluate(f"new URL({json.dumps(plan['url'])}, document.baseURI).href") == page.url
