"""Evidence for the national transparency assessment (ITA) in the whole country: its years, and all LAOs of one year.

Made from summaries alone. Nobody is ranked: LAOs come in order of province and name.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator import addresses
from generator.facts.ita_evidence import EvidenceCount
from generator.facts.site_laos import group_by_province
from generator.facts.summary import LaoSummary
from generator.model.assessment import AssessmentYear
from generator.thai.dates import Cycle, FiscalYear
from generator.thai.provinces import Province
from generator.views.table_cells import count, cycle, lines, phrase, small, text, words
from generator.views.tables import Column, Form, Look, Row, Table, head
from generator.words import interface

MOST_PLANS = 300
"""Above this, the page of a year lists provinces, whose pages list the plans: a row takes half a kilobyte.

Those pages are lists: as tables they took four times as long for the whole country.
"""


class YearLine(NamedTuple):
    """One assessment year."""

    fiscal_year: FiscalYear
    address: str
    is_known: bool
    """Whether its items are known."""
    plans: int
    """Plans with counted elements in that year's sheet."""


@dataclass(frozen=True, slots=True)
class NationalEvidenceView:
    """All assessment years."""

    years: tuple[YearLine, ...]
    """The newest first."""


class EvidencePlanLine(NamedTuple):
    """One plan in one assessment year."""

    lao: LaoSummary
    cycle: Cycle
    counts: EvidenceCount
    address: str


class EvidenceProvinceLine(NamedTuple):
    """The plans of one province in one assessment year."""

    province: Province | None
    """None for LAOs whose province is unknown; they have no page."""
    address: str | None
    plans: int
    met: int
    asked: int
    """Elements that apply to the plans."""


@dataclass(frozen=True, slots=True)
class NationalEvidenceYearView:
    """All LAOs of one assessment year."""

    fiscal_year: FiscalYear
    assessment: AssessmentYear | None
    """None if its items are unknown."""
    plans: tuple[EvidencePlanLine, ...]
    """Every plan; if too many for a page, only those without a known province."""
    provinces: tuple[EvidenceProvinceLine, ...]
    """If too many: the provinces, whose pages list the plans."""
    index_address: str

    @property
    def plans_table(self) -> Table:
        """The plans by province."""
        return Table(
            "plans",
            phrase("องค์ประกอบตามข้อมูลในเว็บไซต์นี้ {} แผน ไม่รวมร่าง", count(len(self.plans))),
            (
                head("อปท.", sorted_as="text"),
                Column("แผน"),
                *(Column(word, look=Look.NUMBER, sorted_as="number") for word in interface.ELEMENT_STATE.values()),
            ),
            tuple(map(_row, self.plans)),
            form=Form.COUNTS,
            filter_label="กรอง อปท.",
        )

    @property
    def provinces_table(self) -> Table:
        """The provinces."""
        return Table(
            "provinces",
            phrase("องค์ประกอบที่ครบตามข้อมูลในเว็บไซต์นี้ {} จังหวัด ไม่รวมร่าง", count(len(self.provinces))),
            (
                head("จังหวัด", sorted_as="text"),
                Column("แผน", look=Look.NUMBER, sorted_as="number"),
                Column("องค์ประกอบที่ครบ", look=Look.NUMBER, sorted_as="number"),
                Column("องค์ประกอบที่ใช้กับแผน", look=Look.NUMBER, sorted_as="number"),
            ),
            tuple(
                Row(
                    (
                        words(one.province.name if one.province else "ไม่ทราบจังหวัด", one.address),
                        *map(count, (one.plans, one.met, one.asked)),
                    )
                )
                for one in self.provinces
            ),
            form=Form.COUNTS,
        )


@dataclass(frozen=True, slots=True)
class ProvinceEvidenceView:
    """The LAOs of one province in one assessment year."""

    fiscal_year: FiscalYear
    province: str
    plans: tuple[EvidencePlanLine, ...]
    year_address: str


def listed_years(assessments: Sequence[AssessmentYear]) -> tuple[FiscalYear, ...]:
    """Return the years that have a page: the known ones, and the next, whose items are not out yet."""
    known = [one.fiscal_year for one in assessments]
    return (*known, FiscalYear(known[-1].be + 1)) if known else ()


def national_evidence_view(
    summaries: Iterable[LaoSummary], assessments: Sequence[AssessmentYear]
) -> NationalEvidenceView:
    """Return the page of all years."""
    plans: dict[FiscalYear, int] = {}
    for summary in summaries:
        for plan in summary.plans:
            for one in plan.evidence:
                plans[one.fiscal_year] = plans.get(one.fiscal_year, 0) + 1
    known = {one.fiscal_year for one in assessments}
    return NationalEvidenceView(
        tuple(
            YearLine(year, addresses.evidence_year(year), year in known, plans.get(year, 0))
            for year in reversed(listed_years(assessments))
        )
    )


class EvidenceByYear:
    """The plans of all LAOs by assessment year and province, grouped once for all pages."""

    def __init__(self, summaries: Iterable[LaoSummary]) -> None:
        """Take the summaries of the LAOs to count."""
        self._plans: dict[FiscalYear, dict[Province | None, list[EvidencePlanLine]]] = {}
        for province, below in group_by_province(summaries):
            for lao in below:
                for plan in lao.plans:
                    for one in plan.evidence:
                        address = addresses.evidence_sheet(lao.code, plan.cycle, one.fiscal_year)
                        of_year = self._plans.setdefault(one.fiscal_year, {})
                        of_year.setdefault(province, []).append(EvidencePlanLine(lao, plan.cycle, one, address))

    def provinces(self, year: FiscalYear) -> tuple[tuple[Province, tuple[EvidencePlanLine, ...]], ...]:
        """Return the provinces with a page in a year, and their plans; none if one page holds all plans."""
        plans = self._plans.get(year, {})
        if sum(map(len, plans.values())) <= MOST_PLANS:
            return ()
        return tuple((province, tuple(lines)) for province, lines in plans.items() if province)

    def view(self, year: FiscalYear, assessments: Sequence[AssessmentYear]) -> NationalEvidenceYearView:
        """Return the page of one year."""
        assessment = next((one for one in assessments if one.fiscal_year == year), None)
        plans = self._plans.get(year, {})
        many = bool(self.provinces(year))
        listed = plans.get(None, []) if many else [line for lines in plans.values() for line in lines]
        provinces = tuple(
            EvidenceProvinceLine(
                province,
                addresses.evidence_province(year, province.slug) if province else None,
                len(lines),
                sum(line.counts.met for line in lines),
                sum(line.counts.asked for line in lines),
            )
            for province, lines in (plans.items() if many else ())
        )
        return NationalEvidenceYearView(year, assessment, tuple(listed), provinces, addresses.EVIDENCE)


def national_evidence_year_view(
    year: FiscalYear, by_year: EvidenceByYear, assessments: Sequence[AssessmentYear]
) -> NationalEvidenceYearView:
    """Return the page of one year."""
    return by_year.view(year, assessments)


def province_evidence_view(
    year: FiscalYear, province: Province, plans: tuple[EvidencePlanLine, ...]
) -> ProvinceEvidenceView:
    """Return the page of one province in one year."""
    return ProvinceEvidenceView(year, province.name, plans, addresses.evidence_year(year))


def _row(line: EvidencePlanLine) -> Row:
    lao, counts = line.lao, line.counts
    made_up = interface.MADE_UP.get(lao.fiction)
    where = " ".join(filter(None, (f"จังหวัด{lao.province.name}" if lao.province else "", made_up)))
    name = lines(text(lao.full_name, words(lao.code), line.address), small(where) if where else None)
    numbers = (counts.met, counts.not_met, counts.not_applicable, counts.cannot_tell)
    return Row((name, cycle(line.cycle), *map(count, numbers)))
