"""A kind of page is one record, which adds the page, its place in the navigation and the check of its anchors."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from jinja2 import ChoiceLoader, DictLoader

from generator.building.indexing import index_content
from generator.building.site import gather_pages
from generator.findings import Finding, Location, Severity
from generator.model.content import Frameworks
from generator.pages import page_kinds
from generator.pages.environment import make_environment
from generator.pages.national_pages import national_pages
from generator.pages.page import Heading, Page, PageMeta
from generator.pages.page_kinds import Input, PageKind
from generator.pages.renderer import Renderer, TemplateError
from generator.settings import Settings
from generator.views.finding_places import OF_FRAMEWORK, OF_LAO, OF_PLAN, PagePlace
from generator.views.plan_context import PlanContext
from tests.building_blocks import PUBLISHED, make_lao
from tests.shown import html_of
from tests.views.some_laos import framework, plan_folder, summary

TODAY = datetime.date(2026, 11, 21)
KINDS = {kind.name: kind for kind in page_kinds.page_kinds()}
META = PageMeta("ชื่อ", "")


def trial_view(context: PlanContext) -> str:
    return f"สรุปของแผน {context.plan.cycle.slug} <1>"


TRIAL = PageKind(
    name="trial",
    slug="trial",
    word="สรุป",
    view=trial_view,
    depends_on=frozenset({Input.LAO}),
    anchors=("versions",),
)
TEMPLATE = """
{% call heading(1) %}ประวัติ{% endcall %}
{% call heading(2, "versions") %}{{ view }}{% endcall %}
{% call block() %}<p>{{ view }}</p>{% endcall %}
"""


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Templates in addition to those of the package, by file name."""
    templates: dict[str, str] = {}
    environment = make_environment("arabic")
    monkeypatch.setattr(environment, "loader", ChoiceLoader([DictLoader(templates), environment.loader]))  # type: ignore[list-item]
    return templates


def test_a_record_a_view_and_a_template_make_a_page(
    written: dict[str, str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    written["trial.html.jinja"] = TEMPLATE
    monkeypatch.setattr(page_kinds, "PLAN_PARTS", (*page_kinds.PLAN_PARTS, TRIAL))
    make_lao(tmp_path / "content")
    site = gather_pages(Settings(content=tmp_path / "content", today=TODAY))
    pages = {page.address: page for page in site.pages}
    page = pages["/lao/5999901/2567-2569/trial/"]
    assert page.parts[1] == Heading(2, "สรุปของแผน 2567-2569 <1>", "versions")
    assert page.meta.title.startswith("สรุป แผน 2567-2569 ")
    plan = next(item for item in page.meta.nav if item.address == "/lao/5999901/2567-2569/")
    assert [item.title for item in plan.children if item.current] == ["สรุป"]
    assert '<a href="trial/">สรุป</a>' in html_of(pages["/lao/5999901/2567-2569/"]), "the overview leads to it"


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ('{% call heading(2, "elsewhere") %}ก{% endcall %}', "names no anchor 'elsewhere'"),
        ("{% call heading(2) %}ก{% endcall %}", "has no id"),
        ("{% call heading(1) %}ก{% endcall %}\nข", "outside of headings and blocks: 'ข'"),
    ],
)
def test_a_template_that_contradicts_its_record_raises(template: str, message: str, written: dict[str, str]) -> None:
    kind = PageKind(name=f"trial-{hash(template)}", view=trial_view, depends_on=frozenset(), anchors=("versions",))
    written[f"{kind.name}.html.jinja"] = template
    with pytest.raises(TemplateError, match=message):
        Renderer("arabic").render(kind, "/", META, "ก")


def test_findings_link_to_existing_anchors() -> None:
    places: list[PagePlace] = [*OF_PLAN.values(), *OF_LAO.values(), *OF_FRAMEWORK.values()]
    for place in places:
        assert not place.anchor or KINDS[place.part].has_anchor(place.anchor), place


def kind_at(address: str) -> PageKind:
    """Return the kind of an LAO's page at an address."""
    steps = address.strip("/").split("/")[2:]
    if not steps:
        return page_kinds.LAO
    slug = steps[1] if len(steps) > 1 else ""
    return next(kind for kind in (page_kinds.OVERVIEW, *page_kinds.PLAN_PARTS, page_kinds.YEAR) if kind.slug == slug)


def test_search_results_link_to_existing_anchors() -> None:
    laos = index_content(Settings(content=PUBLISHED, today=TODAY)).laos
    addresses = [section.address for lao in laos for section in lao.sections]
    assert addresses
    for address in addresses:
        page, _, anchor = address.partition("#")
        assert not anchor or kind_at(page).has_anchor(anchor), address


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("projects.yml", "projects"),
        ("idp.yml", "idp"),
        ("results/2567.yml", "monitoring"),
        ("narrative.md", "document"),
        ("plan.yml", "document"),
    ],
)
def test_a_partly_unreadable_file_is_reported_on_its_page(file: str, name: str) -> None:
    assert page_kinds.telling_of(file) == name


FINDING = Finding("FRAME-001", Severity.WARNING, "ไม่ตรง", Location("frameworks/x/document.yml", 1), "ตรวจ")
FRAMEWORK = framework()
BEFORE: dict[Input, Any] = {
    Input.SUMMARIES: (summary(plan_folder()),),
    Input.FRAMEWORKS: (Frameworks((FRAMEWORK,)), ()),
    Input.TODAY: datetime.date(2018, 6, 1),
}
AFTER: dict[Input, Any] = {
    Input.SUMMARIES: (),
    Input.FRAMEWORKS: (Frameworks((framework(title="ชื่อใหม่", short_title="ใหม่"),)), (FINDING,)),
    Input.TODAY: datetime.date(2024, 6, 1),
}


def made(inputs: Mapping[Input, Any]) -> dict[str, Page]:
    frameworks, findings = inputs[Input.FRAMEWORKS]
    pages = national_pages(inputs[Input.SUMMARIES], frameworks, "arabic", inputs[Input.TODAY], findings)
    return {page.address: page for page in pages}


@pytest.mark.parametrize("changed", BEFORE)
def test_a_national_page_depends_only_on_the_inputs_in_its_record(
    changed: Input, monkeypatch: pytest.MonkeyPatch
) -> None:
    kinds: dict[str, PageKind] = {}
    render = Renderer.render

    def remembered(self: Renderer, kind: PageKind, address: str, meta: PageMeta, view: object) -> Page:
        kinds[address] = kind
        return render(self, kind, address, meta, view)

    monkeypatch.setattr(Renderer, "render", remembered)
    before, after = made(BEFORE), made({**BEFORE, changed: AFTER[changed]})
    different = {kinds[address].name for address in before.keys() & after.keys() if before[address] != after[address]}
    assert different <= {kind.name for kind in page_kinds.NATIONAL if changed in kind.depends_on}
    assert different, "a change that shows nowhere would prove nothing"
