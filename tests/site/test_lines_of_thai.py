"""In a real browser no line breaks inside unbreakable text, however narrow the page."""

from __future__ import annotations

import pytest

pytest.importorskip("playwright", reason="needs playwright: pip install -e '.[dev]'")

from playwright.sync_api import Browser

from tests.site.browser import KINDS

pytestmark = pytest.mark.browser
CUT = """() => {
  const together = /[0-9๐-๙]+\\u00a0ปี|คู่\\u2060กัน|[0-9]{4}–\\u2060[0-9]{4}|[0-9]{1,2}\\u00a0[ก-๛.]+\\u00a0[0-9]{4}/g;
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  const [cut, seen] = [[], []];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.parentElement.checkVisibility()) continue;
    for (const found of node.data.matchAll(together)) {
      const range = new Range();
      range.setStart(node, found.index);
      range.setEnd(node, found.index + found[0].length);
      seen.push(found[0]);
      if (new Set([...range.getClientRects()].map(one => Math.round(one.top))).size > 1) cut.push(found[0]);
    }
  }
  return [cut, seen.length];
}"""


@pytest.mark.parametrize("kind", ["home", "lao", "overview", "year"])
def test_unbreakable_text_stays_on_one_line(browser: Browser, address: str, kind: str) -> None:
    page = browser.new_page()
    page.goto(address + KINDS[kind])
    seen = 0
    for width in range(300, 520, 17):
        page.set_viewport_size({"width": width, "height": 740})
        cut, number = page.evaluate(CUT)
        assert cut == [], width
        seen += number
    assert seen
    page.close()


def test_the_code_of_a_rule_stays_on_one_line(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(address + KINDS["quality"])
    lines = page.evaluate(
        """() => {
          document.querySelectorAll("details").forEach(one => { one.open = true; });
          const codes = [...document.querySelectorAll(".table--counts tbody th small")];
          return codes.filter(one => one.checkVisibility()).map(one => one.getClientRects().length);
        }"""
    )
    assert len(lines) > 100
    assert set(lines) == {1}
    page.close()
