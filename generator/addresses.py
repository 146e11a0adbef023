"""Every address of the site. Published once, never moved: `tests/test_addresses.py` lists them.

Addresses are site-absolute (`/lao/5440502/`); pages contain relative links made by `relative`, so that the site works
under any prefix and from a folder.
"""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import quote

from generator.thai.dates import Cycle, FiscalYear

HOME = "/"
FRAMEWORKS = "/frameworks/"
ABOUT = "/about/"
HANDBOOK = "/about/publishing/"
HANDBOOK_RESULTS = "/about/publishing/results/"
HANDBOOK_CHANGES = "/about/publishing/changes/"
READING_GUIDE = "/about/reading/"
WORDS = "/about/words/"
QUALITY = "/quality/"
SEARCH = "/search/"
VERIFY = "/verify/"
MANIFEST = "/manifest.json"
COMPARE = "/compare/"
FORM = "/form/"
IMPORT = "/import/"
CHANGES = "/changes/"
CHANGES_FEED = "/changes/feed.xml"
EVIDENCE = "/evidence/"
DATA = "/data/"
DATA_DICTIONARY = "/data/dictionary/"
WITHDRAWN = "withdrawn.json"
"""In a folder whose files are no longer offered, beside a page that says what was withdrawn."""


def lao(code: str) -> str:
    """Page of one LAO."""
    return f"/lao/{code}/"


def lao_manifest(code: str) -> str:
    """Manifest of the files of one LAO."""
    return f"{lao(code)}manifest.json"


def yaml_schema(name: str) -> str:
    """JSON Schema of one kind of YAML file, for editors."""
    return f"{DATA}schema/{name}.json"


def province(slug: str) -> str:
    """Page of one province."""
    return f"/province/{slug}/"


def plan(code: str, cycle: Cycle) -> str:
    """Overview of one plan."""
    return f"/lao/{code}/{cycle.slug}/"


def plan_part(code: str, cycle: Cycle, part: str) -> str:
    """One of the pages below the overview; `part` is the slug of one of PLAN_PARTS in pages/page_kinds.py."""
    return f"{plan(code, cycle)}{part}/"


def plan_year(code: str, cycle: Cycle, year: FiscalYear) -> str:
    """One fiscal year of a plan."""
    return f"{plan(code, cycle)}year/{year}/"


def evidence_sheet(code: str, cycle: Cycle, year: FiscalYear) -> str:
    """Evidence sheet of a plan for one assessment year (ITA)."""
    return f"{plan_part(code, cycle, 'evidence')}{year}/"


def evidence_year(year: FiscalYear) -> str:
    """All LAOs of one assessment year (ITA)."""
    return f"{EVIDENCE}{year}/"


def evidence_province(year: FiscalYear, slug: str) -> str:
    """The LAOs of a province in one assessment year (ITA), where there are too many for one page."""
    return f"{evidence_year(year)}{slug}/"


def evidence_anchor(item_id: str) -> str:
    """Anchor of an item on an evidence sheet."""
    return f"item-{item_id}"


def plan_document(code: str, cycle: Cycle, name: str) -> str:
    """A signed scan or a piece of evidence that is published beside a plan; `name` is its id and kind."""
    return f"{plan(code, cycle)}documents/{name}"


def plan_pdf(code: str, cycle: Cycle) -> str:
    """A plan as a document to be printed."""
    return plan_file(code, cycle, "plan.pdf")


def year_pdf(code: str, cycle: Cycle, year: FiscalYear) -> str:
    """One fiscal year of a plan as a document to be printed."""
    return plan_file(code, cycle, f"plan-{year}.pdf")


def evidence_book(code: str, cycle: Cycle, year: FiscalYear) -> str:
    """The evidence sheet of an assessment year as a workbook."""
    return plan_file(code, cycle, f"evidence-{year}.xlsx")


def year_report(code: str, cycle: Cycle, year: FiscalYear) -> str:
    """The report on one fiscal year of a plan."""
    return f"{plan(code, cycle)}report/{year}/"


def plan_history(code: str, cycle: Cycle) -> str:
    """All versions of a plan."""
    return plan_part(code, cycle, "history")


def plan_revision(code: str, cycle: Cycle, number: int) -> str:
    """One version of a plan; numbers count from the oldest, so they never change."""
    return f"{plan_history(code, cycle)}{number}/"


def revisions_file(code: str, cycle: str) -> str:
    """The versions of a plan as JSON, below the site; `cycle` is the name of its folder."""
    return f"lao/{code}/{cycle}/history/revisions.json"


def lao_figures(code: str) -> str:
    """Key figures of an LAO, as JSON."""
    return f"{lao(code)}figures.json"


def search_for(words: str) -> str:
    """The search page with words in its box."""
    return f"{SEARCH}?q={quote(words)}"


def compare_with(code: str) -> str:
    """The page that compares LAOs, with one of them chosen."""
    return f"{COMPARE}?lao={code}"


def form_of(code: str, cycle: Cycle, form: str) -> str:
    """The page for entering changes of a plan, with one of its forms open: results, answer ..."""
    return f"{FORM}?plan={code}/{cycle.slug}&form={form}"


def province_spreads(slug: str) -> str:
    """Spreads of the figures of a province's LAOs, as JSON."""
    return f"{province(slug)}spreads.json"


def plan_file(code: str, cycle: Cycle, name: str) -> str:
    """A file of a plan's data, such as `projects.csv`."""
    return f"{plan(code, cycle)}data/{name}"


def plan_folders(code: str, cycle: Cycle) -> tuple[str, str]:
    """The folders of a plan's data files and documents; only those of a withdrawn plan have a page."""
    return plan_file(code, cycle, ""), plan_document(code, cycle, "")


def lao_feed(code: str) -> str:
    """Changes in the plans of an LAO, as an Atom feed."""
    return f"/lao/{code}/feed.xml"


def project(code: str, cycle: Cycle, project_id: str) -> str:
    """One project's card."""
    return f"{plan_part(code, cycle, 'projects')}#{project_anchor(project_id)}"


def project_anchor(project_id: str) -> str:
    """Anchor of a project's card on the projects page."""
    return f"p-{project_id}"


def idp_anchor(row_id: str) -> str:
    """Anchor of a position on the IDP page."""
    return f"i-{row_id}"


def tactic_anchor(tactic_id: str) -> str:
    """Anchor of a tactic on the strategy and projects pages."""
    return f"t-{tactic_id}"


def strategy_anchor(strategy_id: str) -> str:
    """Anchor of a strategy on the strategy and projects pages."""
    return f"s-{strategy_id}"


def framework(document_id: str) -> str:
    """One national document."""
    return f"/frameworks/{document_id}/"


def framework_group(document_id: str, group_id: str) -> str:
    """One list of a national document."""
    return f"/frameworks/{document_id}/{group_id}/"


def framework_entry(document_id: str, group_id: str, entry_id: str) -> str:
    """One entry of a national document."""
    return f"{framework_group(document_id, group_id)}#{entry_anchor(entry_id)}"


def entry_anchor(entry_id: str) -> str:
    """Anchor of an entry on its group's page."""
    return f"e-{entry_id}"


def word(term_id: str) -> str:
    """Explanation of a glossary word."""
    return f"{WORDS}#{term_id}"


def quality_rule(code: str) -> str:
    """Page of one rule of the checker."""
    return f"{QUALITY}{code.lower()}/"


def narrative_anchor(section_id: str) -> str:
    """Anchor of a narrative section on the document page."""
    return f"n-{section_id}"


def guidelines_anchor(guidelines_id: str) -> str:
    """Anchor of a document's guidelines on the LAO's page."""
    return f"g-{guidelines_id}"


def amendment_anchor(index: int) -> str:
    """Anchor of an amendment on the document page, by its position in the data."""
    return f"amendment-{index + 1}"


def results_anchor(year: FiscalYear) -> str:
    """Anchor of a year's results on the monitoring page."""
    return f"results-{year}"


def round_anchor(months: str) -> str:
    """Anchor of an earlier round of reporting on the page of a year's report."""
    return f"round-{months}"


def findings_anchor(code: str) -> str:
    """Anchor of a rule's findings on the page that they concern."""
    return f"q-{code.lower()}"


def import_asset(name: str) -> str:
    """A file of the program that /import/ runs in the browser, below the site."""
    return f"{IMPORT[1:]}assets/{name}"


def relative(address: str, base: str) -> str:
    """Return the relative link from the page at `base` to `address`, both site-absolute.

    Addresses are canonical, so comparing their segments is enough.
    """
    path, hash_mark, anchor = address.partition("#")
    if path == base:
        return hash_mark + anchor if anchor else "./"
    return f"{_relative(path, base)}{hash_mark}{anchor}"


# The links of a page lead to few pages, and to many anchors on each of them.
@lru_cache(maxsize=512)
def _relative(path: str, base: str) -> str:
    here, there = base.split("/")[1:-1], path.split("/")[1:]
    shared = 0
    while shared < len(here) and shared < len(there) - 1 and here[shared] == there[shared]:
        shared += 1
    return "../" * (len(here) - shared) + "/".join(there[shared:]) or "./"
