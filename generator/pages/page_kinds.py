"""Every kind of page, one record each: its name, view, template, anchors and inputs.

A new page of a plan is a record in PLAN_PARTS, a view and a template; its address, its place in the navigation, the
links of the overview, the names of findings' pages and the goldens follow (docs/decisions/0010-a-page-is-parts.md).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from fnmatch import fnmatchcase

from generator import addresses
from generator.thai.dates import Cycle
from generator.views.compare import compare_view
from generator.views.data_catalogue import data_catalogue_view
from generator.views.data_dictionary import data_dictionary_view
from generator.views.document import document_view
from generator.views.evidence import evidence_view
from generator.views.evidence_sheet import evidence_sheet_view
from generator.views.failed import FailedView
from generator.views.form import form_view
from generator.views.frameworks import framework_group_view, framework_view, frameworks_index_view
from generator.views.history import history_view, revision_view
from generator.views.home import home_view
from generator.views.idp import idp_view
from generator.views.import_page import import_page_view
from generator.views.lao import lao_view
from generator.views.monitoring import monitoring_view
from generator.views.moved import MovedView
from generator.views.national_changes import national_changes_view
from generator.views.national_evidence import (
    national_evidence_view,
    national_evidence_year_view,
    province_evidence_view,
)
from generator.views.overview import overview_view
from generator.views.plan_context import PlanPageName
from generator.views.projects import projects_view
from generator.views.province import province_view
from generator.views.quality import quality_retired_view, quality_rule_view, quality_view
from generator.views.report import report_view
from generator.views.search import search_view
from generator.views.strategy import strategy_view
from generator.views.unreadable import unreadable_view
from generator.views.verify import verify_view
from generator.views.withdrawn import withdrawn_plan_view, withdrawn_province_view
from generator.views.year import year_view


class Input(StrEnum):
    """Inputs that a page may depend on. Code, templates and the digits of the site are inputs of every page."""

    LAO = "lao"
    """Its own LAO: the folder and all that reading and the rules compare it with (frameworks, registry, the day)."""
    SUMMARIES = "summaries"
    """The summaries of all LAOs, each made on the day."""
    FRAMEWORKS = "frameworks"
    """The national documents and their findings."""
    DATA = "data"
    """The rows of all LAOs in the national data files."""
    HISTORY = "history"
    """The versions of its own LAO in git."""
    TODAY = "today"
    """The day, which decides what is in force."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageKind:
    """A kind of page."""

    name: str
    """Its template is `templates/<name>.html.jinja`, its golden page `tests/golden/pages/<name>.md`."""
    view: Callable[..., object]
    """Makes the data for the template. Takes a PlanContext for a page of a plan, and the year for that of a year."""
    depends_on: frozenset[Input]
    anchors: tuple[str, ...] = ()
    """Fixed ids of its headings, in order; permanent, as part of published addresses."""
    anchor_starts: tuple[str, ...] = ()
    """Prefixes of ids made from data, including those inside blocks."""
    word: str = ""
    """Name in navigation of a page of a plan."""
    slug: str = ""
    """Last segment of the address of a page of a plan; empty for the overview."""
    source_file: str = "plan.yml"
    """Main source of a page of a plan: a file of the cycle's folder."""
    tells_of: tuple[str, ...] = ()
    """Patterns of files of the cycle's folder: if part of one could not be read, this page says so. The longest
    matching pattern of all pages decides.
    """

    def has_anchor(self, anchor: str) -> bool:
        """Return whether pages of this kind may have an anchor."""
        return anchor in self.anchors or anchor.startswith(self.anchor_starts)

    def address(self, code: str, cycle: Cycle) -> str:
        """Return the address of a page of a plan."""
        return addresses.plan_part(code, cycle, self.slug) if self.slug else addresses.plan(code, cycle)


_OF_LAO = frozenset({Input.LAO})

OVERVIEW = PageKind(
    name="overview",
    word="ภาพรวม",
    view=overview_view,
    depends_on=_OF_LAO,
    anchors=("reader", "money", "topics", "dates", "quality", "parts", "sources"),
)
HISTORY = PageKind(
    name="history",
    slug="history",
    word="ประวัติการเปลี่ยนแปลง",
    view=history_view,
    depends_on=frozenset({Input.LAO, Input.HISTORY}),
    anchors=("compare", "undeclared"),
)
EVIDENCE = PageKind(
    name="evidence",
    slug="evidence",
    word="หลักฐาน ITA",
    view=evidence_view,
    depends_on=frozenset({Input.LAO, Input.FRAMEWORKS}),
)
PLAN_PARTS = (
    PageKind(
        name="strategy",
        slug="strategy",
        word="ยุทธศาสตร์และงบประมาณ",
        view=strategy_view,
        depends_on=_OF_LAO,
        anchors=("budget", "tactics", "alignment", "findings"),
        anchor_starts=("s-", "t-"),
    ),
    PageKind(
        name="projects",
        slug="projects",
        word="โครงการ",
        view=projects_view,
        source_file="projects.yml",
        tells_of=("projects.yml",),
        depends_on=_OF_LAO,
        anchors=("table", "methods", "no-strategy", "findings"),
        anchor_starts=("s-", "t-", "p-", "no-tactic-"),
    ),
    PageKind(
        name="idp",
        slug="idp",
        word="แผนพัฒนารายบุคคล (IDP)",
        view=idp_view,
        source_file="idp.yml",
        tells_of=("idp.yml",),
        depends_on=_OF_LAO,
        anchors=("matrix", "method-notes", "positions", "no-department", "findings"),
        anchor_starts=("d-", "i-"),
    ),
    PageKind(
        name="monitoring",
        slug="monitoring",
        word="การติดตามและผล",
        view=monitoring_view,
        tells_of=("*/*",),  # results/2567.yml
        depends_on=_OF_LAO,
        anchors=("monitoring", "pdca", "results", "evaluation", "findings"),
        anchor_starts=("evaluation-", "results-"),
    ),
    PageKind(
        name="document",
        slug="document",
        word="ประกาศและเนื้อความ",
        view=document_view,
        tells_of=("*",),
        depends_on=_OF_LAO,
        anchors=(
            *("sources", "official", "cover", "order", "approval", "announcement", "stamps", "names", "text"),
            *("choices", "curricula", "methods", "target-groups", "competencies"),
            *("committee", "committee-duties", "survey", "request-steps", "idp-roles", "other-tables", "quotations"),
            *("amendments", "corrections", "acknowledged", "documents", "findings"),
        ),
        anchor_starts=("n-", "amendment-", "other-table-"),
    ),
    EVIDENCE,
    HISTORY,
)
"""The pages below a plan's overview, in reading order."""
YEAR = PageKind(
    name="year",
    slug="year",
    word="ปีงบประมาณ",
    view=year_view,
    source_file="projects.yml",
    depends_on=_OF_LAO,
    anchors=("quarters", "year-not-stated", "results"),
)
"""One page per year of the cycle."""
EVIDENCE_SHEET = PageKind(
    name="evidence_sheet",
    slug="evidence",
    word="หลักฐาน ITA",
    view=evidence_sheet_view,
    depends_on=frozenset({Input.LAO, Input.FRAMEWORKS, Input.HISTORY}),
    anchors=("addresses", "path", "related", "files", "data"),
    anchor_starts=("item-",),
)
"""One page per assessment year that a plan covers."""
REPORT = PageKind(
    name="report",
    slug="report",
    word="รายงานผลปีงบประมาณ",
    view=report_view,
    source_file="results",
    depends_on=_OF_LAO,
    anchors=(
        *("summary", "projects", "quarters", "strategies", "departments"),
        *("problems", "staff", "evidence"),
    ),
    anchor_starts=("round-",),
)
"""The results of each year of the cycle."""
REVISION = PageKind(
    name="history_revision",
    slug="history",
    word="รุ่นที่",
    view=revision_view,
    depends_on=frozenset({Input.LAO, Input.HISTORY}),
    anchors=("changes", "since", "projects", "idp", "texts"),
)
"""One page per version of a plan."""

LAO = PageKind(
    name="lao",
    view=lao_view,
    depends_on=_OF_LAO,
    anchors=("plans", "withdrawn", "guidelines", "identity", "contact", "departments", "staff", "names", "findings"),
    anchor_starts=("g-",),
)
UNREADABLE = PageKind(name="unreadable", view=unreadable_view, depends_on=_OF_LAO, anchors=("errors",))
"""Replaces an LAO's or a plan's page if its data cannot be read."""
FAILED = PageKind(name="failed", view=FailedView, depends_on=frozenset())
"""Replaces an LAO's page if the program itself failed."""
MOVED = PageKind(name="moved", view=MovedView, depends_on=frozenset({Input.SUMMARIES}))
"""At the address that a page had under a former code of its LAO; redirects."""
WITHDRAWN = PageKind(
    name="withdrawn", view=withdrawn_plan_view, depends_on=frozenset({Input.HISTORY}), anchors=("was",)
)
"""At the addresses of a withdrawn plan or LAO."""
WITHDRAWN_PROVINCE = PageKind(
    name="withdrawn_province", view=withdrawn_province_view, depends_on=frozenset({Input.HISTORY, Input.SUMMARIES})
)
"""At the address of a province without LAOs whose last ones were withdrawn."""

HOME = PageKind(
    name="home",
    view=home_view,
    depends_on=frozenset({Input.SUMMARIES, Input.FRAMEWORKS, Input.TODAY}),
    anchors=("find", "changes", "money", "reading", "checking", "frameworks"),
)
PROVINCE = PageKind(
    name="province",
    view=province_view,
    depends_on=frozenset({Input.SUMMARIES}),
    anchors=("province-wide", "without-district", "spreads"),
    anchor_starts=("district-", "lao-"),
)
FRAMEWORKS = PageKind(
    name="frameworks",
    view=frameworks_index_view,
    depends_on=frozenset({Input.FRAMEWORKS, Input.TODAY}),
    anchors=("unreadable",),
    anchor_starts=("f-",),
)
FRAMEWORK = PageKind(
    name="framework",
    view=framework_view,
    depends_on=frozenset({Input.FRAMEWORKS, Input.TODAY}),
    anchors=("groups", "resolutions", "dates", "letters", "notes", "quotations", "cited", "source", "findings"),
)
FRAMEWORK_GROUP = PageKind(
    name="framework_group",
    view=framework_group_view,
    depends_on=frozenset({Input.SUMMARIES, Input.FRAMEWORKS, Input.TODAY}),
    anchors=("findings",),
    anchor_starts=("e-",),
)
NATIONAL_CHANGES = PageKind(
    name="national_changes",
    view=national_changes_view,
    depends_on=frozenset({Input.SUMMARIES}),
)
NATIONAL_EVIDENCE = PageKind(
    name="national_evidence",
    view=national_evidence_view,
    depends_on=frozenset({Input.SUMMARIES, Input.FRAMEWORKS}),
)
NATIONAL_EVIDENCE_YEAR = PageKind(
    name="national_evidence_year",
    view=national_evidence_year_view,
    depends_on=frozenset({Input.SUMMARIES, Input.FRAMEWORKS}),
    anchors=("items",),
)
NATIONAL_EVIDENCE_PROVINCE = PageKind(
    name="national_evidence_province",
    view=province_evidence_view,
    depends_on=frozenset({Input.SUMMARIES, Input.FRAMEWORKS}),
)
COMPARE = PageKind(
    name="compare",
    view=compare_view,
    depends_on=frozenset({Input.SUMMARIES}),
    anchors=("reading", "spreads", "provinces"),
)
IMPORT_PAGE = PageKind(name="import_page", view=import_page_view, depends_on=frozenset(), anchors=("next",))
SEARCH = PageKind(name="search", view=search_view, depends_on=frozenset())
FORM = PageKind(name="form", view=form_view, depends_on=frozenset(), anchors=("next",))
VERIFY = PageKind(name="verify", view=verify_view, depends_on=frozenset(), anchors=("by-hand", "meaning", "limits"))
QUALITY = PageKind(
    name="quality",
    view=quality_view,
    depends_on=frozenset({Input.SUMMARIES, Input.FRAMEWORKS}),
    anchors=("how", "rules", "conversion", "reading", "provinces"),
)
QUALITY_RULE = PageKind(
    name="quality_rule",
    view=quality_rule_view,
    depends_on=frozenset({Input.SUMMARIES, Input.FRAMEWORKS}),
    anchors=("examples", "where", "remedy"),
)
QUALITY_RETIRED = PageKind(name="quality_retired", view=quality_retired_view, depends_on=frozenset())
DATA_CATALOGUE = PageKind(
    name="data_catalogue",
    view=data_catalogue_view,
    depends_on=frozenset({Input.DATA}),
    anchors=("files", "know", "licence", "metadata", "schemas"),
)
DATA_DICTIONARY = PageKind(
    name="data_dictionary",
    view=data_dictionary_view,
    depends_on=frozenset(),
    anchors=("plans", "projects", "budget", "idp", "results", "staff", "identity", "records"),
)

NATIONAL = (
    HOME,
    PROVINCE,
    NATIONAL_CHANGES,
    NATIONAL_EVIDENCE,
    NATIONAL_EVIDENCE_YEAR,
    NATIONAL_EVIDENCE_PROVINCE,
    FRAMEWORKS,
    FRAMEWORK,
    FRAMEWORK_GROUP,
    COMPARE,
    SEARCH,
    VERIFY,
    FORM,
    IMPORT_PAGE,
    QUALITY,
    QUALITY_RULE,
    QUALITY_RETIRED,
    DATA_CATALOGUE,
    DATA_DICTIONARY,
)
"""Pages of no single LAO."""


def page_kinds() -> tuple[PageKind, ...]:
    """Return every kind of page."""
    of_plan = (OVERVIEW, *PLAN_PARTS, YEAR, REPORT, EVIDENCE_SHEET, REVISION)
    return (LAO, *of_plan, UNREADABLE, FAILED, MOVED, WITHDRAWN, WITHDRAWN_PROVINCE, *NATIONAL)


def plan_page_names() -> tuple[PlanPageName, ...]:
    """Return the names of the pages of a plan, for views that name them; the overview first."""
    return tuple(PlanPageName(kind.name, kind.slug, kind.word) for kind in (OVERVIEW, *PLAN_PARTS))


def telling_of(file: str) -> str:
    """Return the name of the page that reports on a file of the cycle's folder; the overview reports on all."""
    matching = [
        (len(pattern), kind.name) for kind in PLAN_PARTS for pattern in kind.tells_of if fnmatchcase(file, pattern)
    ]
    return max(matching)[1]
