"""Every chart on every page has the figures of its table, is small, and has Thai words."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml

from tests.building_blocks import PUBLISHED

CHART = re.compile(r'<svg class="chart".*?</svg>', re.DOTALL)
FIGURE = re.compile(r'<text x="360"[^>]*>([^<]*)</text>')
LABEL = re.compile(r'<text (?:y|dx)="[^>]*>([^<]*)</text>')
REGISTERED = {
    department["name"]
    for file in (PUBLISHED / "plans").glob("*/lao.yml")
    for department in yaml.safe_load(file.read_text("utf-8")).get("departments", [])
}
LARGEST = 2_000
"""Most bytes of a chart; the issue and the design agree on it."""


class Cells(HTMLParser):
    """Reads the cells of the table with a given caption id."""

    def __init__(self, caption: str) -> None:
        super().__init__()
        self._caption = caption
        self._inside = False
        self._tables: list[bool] = []
        self.cells: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag == "caption" and ("id", self._caption) in attributes:
            self._inside = True
        elif tag in ("th", "td") and self._inside:
            self.cells.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == "table":
            self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside and self.cells:
            self.cells[-1] += data


@pytest.fixture(scope="module")
def pages(trial: Path) -> dict[str, str]:
    site = trial / "site"
    return {page.relative_to(site).as_posix(): page.read_text("utf-8") for page in site.rglob("*.html")}


def charts(pages: dict[str, str]) -> list[tuple[str, str]]:
    return [(name, found) for name, html in pages.items() for found in CHART.findall(html)]


def test_every_kind_of_chart_is_on_some_page(pages: dict[str, str]) -> None:
    names = {
        re.sub("[0-9]+", "n", name) for _, one in charts(pages) for name in re.findall('id="([a-z0-9-]+)-title"', one)
    }
    assert names == {
        "money-chart",
        "budget-chart",
        "year-chart",
        "department-chart",
        "project-method-chart",
        "strategies-chart",
        "departments-chart",
        "done-chart",
        "staff-chart",
        "results-n-strategies-chart",
        "results-n-departments-chart",
        "results-n-status-chart",
        "results-n-money-chart",
        "results-n-staff-chart",
    }


def test_a_chart_shows_the_figures_of_its_table(pages: dict[str, str]) -> None:
    for name, one in charts(pages):
        caption = re.search('aria-details="([^"]+)"', one)
        assert caption, one
        table = Cells(caption[1])
        table.feed(pages[name])
        cells = [cell.strip() for cell in table.cells]
        labels, figures = LABEL.findall(one), FIGURE.findall(one)
        assert len(labels) == len(figures) >= 2
        for label, figure in zip(labels, figures, strict=True):
            # Reached and planned are in two columns.
            # All projects of a year are the sum over all statuses.
            known_figures = {*cells, str(sum(int(cell) for cell in cells if cell.isdecimal()))}
            assert set(figure.split(" / ")) <= known_figures or label.startswith("อื่น ๆ"), (name, label, figure)
            known = re.sub("^วิธีที่ ", "", label.removesuffix("…"))
            of_all = label == "โครงการทั้งหมดของปี"
            # A chart has the registered names of departments, its table the printed ones.
            is_department = 'id="department' in one and known in REGISTERED
            assert any(known in cell for cell in cells) or of_all or is_department or label.startswith("อื่น ๆ"), (
                name,
                label,
            )


def test_a_chart_is_small_and_has_a_thai_title(pages: dict[str, str]) -> None:
    for name, one in charts(pages):
        assert len(one.encode()) < LARGEST, (name, len(one.encode()))
        assert 'role="img"' in one
        assert re.search("<title[^>]*>[^<]*[ก-ฮ]", one)
        assert " style=" not in one and "<script" not in one and "<style" not in one


def test_shares_can_be_distinguished_without_colour(pages: dict[str, str]) -> None:
    shares = [one for _, one in charts(pages) if "<pattern" in one]
    assert shares
    for one in shares:
        hatchings = re.findall('class="chart__hatch" d="([^"]*)"', one)
        assert len(hatchings) == len(set(hatchings)) == len(LABEL.findall(one)) - 1
        assert "" not in hatchings
