"""The pages of no single LAO: home, provinces, frameworks, quality of data. Made from summaries, never from plans."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from generator import addresses
from generator.checks.explained import RuleWords, all_rules
from generator.checks.retired import RetiredCode, retired_codes
from generator.facts.framework_users import FrameworkUsers, find_framework_users
from generator.facts.site_laos import counted, group_by_province, site_fiction
from generator.facts.summary import LaoSummary
from generator.findings import Finding
from generator.model.content import Framework, Frameworks
from generator.model.framework import FrameworkGroup
from generator.model.lao import Fiction
from generator.pages import navigation, page_kinds
from generator.pages.page import Crumb, NavItem, Page, PageMeta
from generator.pages.page_kinds import PageKind
from generator.pages.renderer import Renderer
from generator.settings import Digits
from generator.thai.dates import FiscalYear
from generator.thai.numerals import in_digits
from generator.thai.provinces import Province
from generator.views.compare import compare_view
from generator.views.form import form_view
from generator.views.frameworks import (
    framework_findings,
    framework_group_view,
    framework_view,
    frameworks_index_view,
)
from generator.views.home import home_view
from generator.views.import_page import import_page_view
from generator.views.moved import MovedView
from generator.views.national_changes import national_changes_view
from generator.views.national_evidence import (
    EvidenceByYear,
    EvidencePlanLine,
    listed_years,
    national_evidence_view,
    national_evidence_year_view,
    province_evidence_view,
)
from generator.views.page_findings import NO_FINDINGS, PageFindings
from generator.views.province import province_view
from generator.views.quality import Tally, quality_retired_view, quality_rule_view, quality_view, tally_findings
from generator.views.search import search_view
from generator.views.verify import verify_view
from generator.words import interface

FRAMEWORKS_TITLE = "กรอบระดับชาติ"
EVIDENCE_TITLE = "หลักฐาน ITA"
CHANGES_TITLE = "การเปลี่ยนแปลงล่าสุด"
QUALITY_TITLE = "คุณภาพข้อมูล"


def national_pages(
    summaries: Sequence[LaoSummary],
    frameworks: Frameworks,
    digits: Digits,
    today: datetime.date,
    of_frameworks: Sequence[Finding] = (),
    without: Collection[str] = (),
) -> Iterator[Page]:
    """Yield the home page, a page for each province with LAOs here, and all pages of the frameworks and the rules.

    `without` are slugs of provinces whose page is left out.
    `of_frameworks` are all findings in the frameworks. On a site without a real LAO every page has the banner of the
    home page, which then holds for the whole site.
    """
    fiction = site_fiction(summaries)
    for page in _pages(summaries, frameworks, digits, today, of_frameworks, without):
        if fiction is Fiction.NO:
            yield page
        else:
            yield replace(page, meta=page.meta._replace(banner=interface.SITE_FICTION[fiction], noindex=True))


def _pages(
    summaries: Sequence[LaoSummary],
    frameworks: Frameworks,
    digits: Digits,
    today: datetime.date,
    of_frameworks: Sequence[Finding],
    without: Collection[str],
) -> Iterator[Page]:
    renderer = Renderer(digits)
    yield _home(renderer, summaries, frameworks, today)
    yield from _moved(renderer, summaries)
    for province, below in group_by_province(summaries):
        if province and province.slug not in without:
            yield _province(renderer, province, below, site_fiction(summaries))
    yield _frameworks_index(renderer, frameworks, today)
    users = find_framework_users(counted(summaries))
    for framework in frameworks.documents:
        findings = framework_findings(framework, of_frameworks)
        yield _framework(renderer, framework, today, findings.get("framework", NO_FINDINGS))
        for group in framework.groups:
            yield _group(renderer, framework, group, users, today, findings.get(group.id, NO_FINDINGS))
    yield _national_changes(renderer, summaries)
    yield _compare(renderer, summaries)
    yield _evidence(renderer, counted(summaries), frameworks)
    by_year = EvidenceByYear(counted(summaries))
    for year in listed_years(frameworks.assessments):
        yield _evidence_year(renderer, year, by_year, frameworks)
        for province, plans in by_year.provinces(year):
            yield _province_evidence(renderer, year, province, plans)
    yield _search(renderer)
    yield from _tools(renderer)
    tallies = tally_findings(counted(summaries), of_frameworks)
    yield _quality(renderer, counted(summaries), tallies)
    for rule in all_rules().values():
        yield _quality_rule(renderer, rule, tallies.get(rule.code))
    for code in retired_codes():
        yield _quality_retired(renderer, code)


def _home(renderer: Renderer, summaries: Sequence[LaoSummary], frameworks: Frameworks, today: datetime.date) -> Page:
    meta = PageMeta(
        title=interface.PLANS_OF_LAOS,
        description="ค้นหาและอ่านแผนพัฒนาบุคลากร ๓ ปี ขององค์กรปกครองส่วนท้องถิ่น ตามที่เอกสารระบุ พร้อมที่มาและข้อสังเกต",
        own_search=True,
    )
    return renderer.render(page_kinds.HOME, addresses.HOME, meta, home_view(summaries, frameworks, today))


def _moved(renderer: Renderer, summaries: Sequence[LaoSummary]) -> Iterator[Page]:
    """Yield a page for each address that a page of an LAO had under a former code.

    None for a code that an LAO of this site has now, or that several have had: their target is ambiguous.
    """
    former = Counter(code for summary in summaries for code in summary.former_codes)
    taken = {summary.code for summary in summaries} | {code for code, claims in former.items() if claims > 1}
    for summary in summaries:
        here = addresses.lao(summary.code)
        for code in summary.former_codes:
            if code in taken:
                continue
            for address in summary.moved:
                view = MovedView(code, summary.code, summary.full_name, address)
                meta = PageMeta(
                    title=f"ย้ายไปที่รหัส {summary.code}",
                    description=f"{summary.full_name} ใช้รหัส {summary.code} แทนรหัสเดิม {code}",
                    breadcrumbs=(navigation.HOME,),
                    noindex=True,
                    moved_to=address,
                )
                yield renderer.render(page_kinds.MOVED, addresses.lao(code) + address.removeprefix(here), meta, view)


def _province(renderer: Renderer, province: Province, summaries: Sequence[LaoSummary], fiction: Fiction) -> Page:
    meta = PageMeta(
        title=f"จังหวัด{province.name}",
        description=f"แผนพัฒนาบุคลากรขององค์กรปกครองส่วนท้องถิ่นในจังหวัด{province.name} ที่มีในเว็บไซต์นี้",
        breadcrumbs=(navigation.HOME,),
    )
    view = province_view(province, summaries, all_made_up=fiction is not Fiction.NO)
    return renderer.render(page_kinds.PROVINCE, addresses.province(province.slug), meta, view)


def _frameworks_index(renderer: Renderer, frameworks: Frameworks, today: datetime.date) -> Page:
    meta = PageMeta(
        title=FRAMEWORKS_TITLE,
        description="เอกสารระดับชาติที่ใช้เป็นกรอบของแผนพัฒนาบุคลากรท้องถิ่น พร้อมช่วงเวลาที่มีผล",
        breadcrumbs=(navigation.HOME,),
        source_file="frameworks",
    )
    return renderer.render(page_kinds.FRAMEWORKS, addresses.FRAMEWORKS, meta, frameworks_index_view(frameworks, today))


def _framework(renderer: Renderer, framework: Framework, today: datetime.date, findings: PageFindings) -> Page:
    document = framework.document
    address = addresses.framework(document.id)
    meta = PageMeta(
        title=document.short_title,
        description=f"{document.title} ออกโดย{document.issuer}",
        breadcrumbs=_crumbs(),
        nav=_nav(framework, address),
        source_file=f"{framework.path}/document.yml",
    )
    return renderer.render(page_kinds.FRAMEWORK, address, meta, framework_view(framework, today, findings))


def _group(
    renderer: Renderer,
    framework: Framework,
    group: FrameworkGroup,
    users: FrameworkUsers,
    today: datetime.date,
    findings: PageFindings,
) -> Page:
    document = framework.document
    address = addresses.framework_group(document.id, group.id)
    meta = PageMeta(
        title=f"{group.title} {document.short_title}",
        description=f"{group.title} ตาม{document.title}",
        breadcrumbs=(*_crumbs(), Crumb(document.short_title, addresses.framework(document.id))),
        nav=_nav(framework, address),
        source_file=f"{framework.path}/{group.id}.yml",
    )
    view = framework_group_view(framework, group, users, today, findings)
    return renderer.render(page_kinds.FRAMEWORK_GROUP, address, meta, view)


def _national_changes(renderer: Renderer, summaries: Sequence[LaoSummary]) -> Page:
    meta = PageMeta(
        title=CHANGES_TITLE,
        description="แผนที่เผยแพร่หรือแก้ไขล่าสุดในเว็บไซต์นี้ พร้อมสิ่งที่เปลี่ยนในแต่ละรุ่น",
        breadcrumbs=(navigation.HOME,),
    )
    return renderer.render(page_kinds.NATIONAL_CHANGES, addresses.CHANGES, meta, national_changes_view(summaries))


def _evidence(renderer: Renderer, summaries: Sequence[LaoSummary], frameworks: Frameworks) -> Page:
    meta = PageMeta(
        title=EVIDENCE_TITLE,
        description="แบบแสดงหลักฐานของแผนพัฒนาบุคลากรสำหรับการประเมิน ITA จำแนกตามปีที่ประเมิน",
        breadcrumbs=(navigation.HOME,),
        source_file="frameworks/ita",
    )
    view = national_evidence_view(summaries, frameworks.assessments)
    return renderer.render(page_kinds.NATIONAL_EVIDENCE, addresses.EVIDENCE, meta, view)


def _evidence_year(renderer: Renderer, year: FiscalYear, by_year: EvidenceByYear, frameworks: Frameworks) -> Page:
    be = in_digits(str(year), renderer.digits)
    meta = PageMeta(
        title=f"{EVIDENCE_TITLE} ปี {be}",
        description=f"องค์ประกอบที่ครบของแผนพัฒนาบุคลากรแต่ละ อปท. สำหรับการประเมิน ITA ปี {be}",
        breadcrumbs=(navigation.HOME, Crumb(EVIDENCE_TITLE, addresses.EVIDENCE)),
        source_file="frameworks/ita",
    )
    view = national_evidence_year_view(year, by_year, frameworks.assessments)
    return renderer.render(page_kinds.NATIONAL_EVIDENCE_YEAR, addresses.evidence_year(year), meta, view)


def _province_evidence(
    renderer: Renderer, year: FiscalYear, province: Province, plans: tuple[EvidencePlanLine, ...]
) -> Page:
    of_year = f"{EVIDENCE_TITLE} ปี {in_digits(str(year), renderer.digits)}"
    meta = PageMeta(
        title=f"{of_year} จังหวัด{province.name}",
        description=f"องค์ประกอบที่ครบของแผนพัฒนาบุคลากรแต่ละ อปท. ในจังหวัด{province.name} สำหรับการประเมิน {of_year}",
        breadcrumbs=(
            navigation.HOME,
            Crumb(EVIDENCE_TITLE, addresses.EVIDENCE),
            Crumb(of_year, addresses.evidence_year(year)),
        ),
    )
    address = addresses.evidence_province(year, province.slug)
    view = province_evidence_view(year, province, plans)
    return renderer.render(page_kinds.NATIONAL_EVIDENCE_PROVINCE, address, meta, view)


def _compare(renderer: Renderer, summaries: Sequence[LaoSummary]) -> Page:
    meta = PageMeta(
        title="เทียบ อปท.",
        description="วางตัวเลขจากแผนพัฒนาบุคลากรของ อปท. สองถึงสี่แห่งไว้คู่กัน พร้อมค่ากลางของประเภทเดียวกันในจังหวัด ไม่ใช่การจัดอันดับ",
        breadcrumbs=(navigation.HOME,),
        script="compare-laos",
    )
    return renderer.render(page_kinds.COMPARE, addresses.COMPARE, meta, compare_view(summaries))


def _search(renderer: Renderer) -> Page:
    meta = PageMeta(
        title="ค้นหา",
        description="ค้น อปท. โครงการ และข้อความในแผน แล้วกรองตามจังหวัด ประเภท อปท. และปีงบประมาณ",
        breadcrumbs=(navigation.HOME,),
        own_search=True,
    )
    return renderer.render(page_kinds.SEARCH, addresses.SEARCH, meta, search_view())


def _tools(renderer: Renderer) -> Iterator[Page]:
    """Yield the pages on which a script works with the visitor's own files or entries."""
    yield _tool(
        renderer,
        page_kinds.VERIFY,
        verify_view(),
        addresses.VERIFY,
        "ตรวจสอบไฟล์",
        "ตรวจว่าไฟล์ที่มีอยู่ เป็นไฟล์ที่เว็บไซต์นี้เผยแพร่หรือไม่ เป็นของ อปท. และแผนใด โดยไม่ส่งไฟล์ออกจากเครื่อง",
    )
    yield _tool(
        renderer,
        page_kinds.FORM,
        form_view(),
        addresses.FORM,
        interface.FORM_PAGE,
        "สำหรับเจ้าหน้าที่ อปท. กรอกผลการดำเนินงาน การปรับปรุง หรือคำชี้แจง ได้ข้อมูลสำหรับไฟล์ของแผน โดยไม่ส่งออกจากเครื่อง",
    )
    yield _tool(
        renderer,
        page_kinds.IMPORT_PAGE,
        import_page_view(),
        addresses.IMPORT,
        "อ่านแผนจาก Word หรือ Excel",
        "สำหรับเจ้าหน้าที่ อปท. เลือกไฟล์ Word หรือ Excel ของแผน แล้วได้สมุดงานสำหรับตรวจทาน โดยไม่ส่งไฟล์ออกจากเครื่อง",
    )


def _tool(renderer: Renderer, kind: PageKind, view: object, address: str, title: str, description: str) -> Page:
    """Return a page with a script of its own, which is named like the page's address."""
    meta = PageMeta(title=title, description=description, breadcrumbs=(navigation.HOME,), script=address.strip("/"))
    return renderer.render(kind, address, meta, view)


def _quality(renderer: Renderer, summaries: Sequence[LaoSummary], tallies: Mapping[str, Tally]) -> Page:
    meta = PageMeta(
        title=QUALITY_TITLE,
        description="ข้อตรวจที่ใช้กับข้อมูลของทุกแผนในเว็บไซต์นี้ ความหมาย ที่มา และจำนวนที่พบ",
        breadcrumbs=(navigation.HOME,),
    )
    return renderer.render(page_kinds.QUALITY, addresses.QUALITY, meta, quality_view(summaries, tallies))


def _quality_rule(renderer: Renderer, rule: RuleWords, tally: Tally | None) -> Page:
    meta = PageMeta(
        title=f"{rule.title} ({rule.code})",
        description=rule.why,
        breadcrumbs=(navigation.HOME, Crumb(QUALITY_TITLE, addresses.QUALITY)),
    )
    return renderer.render(page_kinds.QUALITY_RULE, rule.address, meta, quality_rule_view(rule, tally))


def _quality_retired(renderer: Renderer, code: RetiredCode) -> Page:
    meta = PageMeta(
        title=f"{code.title} ({code.code} เลิกใช้แล้ว)",
        description=code.why,
        breadcrumbs=(navigation.HOME, Crumb(QUALITY_TITLE, addresses.QUALITY)),
    )
    return renderer.render(
        page_kinds.QUALITY_RETIRED, addresses.quality_rule(code.code), meta, quality_retired_view(code)
    )


def _crumbs() -> tuple[Crumb, ...]:
    return (navigation.HOME, Crumb(FRAMEWORKS_TITLE, addresses.FRAMEWORKS))


def _nav(framework: Framework, current: str) -> tuple[NavItem, ...]:
    """The document and its lists: never those of another document."""
    document = framework.document
    groups = tuple(
        NavItem(group.title, address, address == current)
        for group in framework.groups
        for address in (addresses.framework_group(document.id, group.id),)
    )
    address = addresses.framework(document.id)
    return (NavItem(document.short_title, address, address == current, groups),)
