"""Evidence for the national transparency assessment (ITA) in the whole country: its years, and all LAOs of one of them.

Made from summaries alone. Nobody is ranked: LAOs come in order of province and name.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator import addresses
from generator.facts.evidence import EvidenceCount
from generator.facts.provinces import group_by_province
from generator.facts.summary import LaoSummary
from generator.model.assessment import AssessmentYear
from generator.thai.dates import Cycle, FiscalYear
from generator.views.table_cells import count, cycle, lines, phrase, small, text, words
from generator.views.tables import Column, Form, Look, Row, Table, head
from generator.words import interface


class YearLine(NamedTuple):
    """One assessment year."""

    fiscal_year: FiscalYear
    address: str
    is_known: bool
    """Whether its items are known here."""
    plans: int
    """Plans with a sheet of that year whose elements are counted."""


@dataclass(frozen=True, slots=True)
class NationalEvidenceView:
    """All assessment years."""

    years: tuple[YearLine, ...]
    """The newest first."""


class PlanLine(NamedTuple):
    """One plan in one assessment year."""

    lao: LaoSummary
    cycle: Cycle
    counts: EvidenceCount
    address: str


@dataclass(frozen=True, slots=True)
class NationalEvidenceYearView:
    """All LAOs of one assessment year."""

    fiscal_year: FiscalYear
    assessment: AssessmentYear | None
    """None where its items are not known here."""
    plans: tuple[PlanLine, ...]
    index_address: str

    @property
    def plans_table(self) -> Table:
        """The plans by province."""
        return Table(
            "plans",
            phrase("องค์ประกอบที่ครบตามข้อมูลในเว็บไซต์นี้ {} แผน ไม่รวมร่าง", count(len(self.plans))),
            (
                head("อปท.", sorted_as="text"),
                Column("แผน"),
                *(
                    Column(word, "องค์ประกอบ", Look.NUMBER, sorted_as="number")
                    for word in interface.ELEMENT_STATE.values()
                ),
            ),
            tuple(map(_row, self.plans)),
            form=Form.COUNTS,
            filter_label="กรอง อปท.",
        )


def listed_years(assessments: Sequence[AssessmentYear]) -> tuple[FiscalYear, ...]:
    """Return the years that have a page: the known ones, and the next, whose items are still to come."""
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


def national_evidence_year_view(
    year: FiscalYear, summaries: Iterable[LaoSummary], assessments: Sequence[AssessmentYear]
) -> NationalEvidenceYearView:
    """Return the page of one year."""
    lines_ = [
        PlanLine(summary, plan.cycle, one, addresses.evidence_sheet(summary.code, plan.cycle, year))
        for _, below in group_by_province(summaries)
        for summary in below
        for plan in summary.plans
        for one in plan.evidence
        if one.fiscal_year == year
    ]
    assessment = next((one for one in assessments if one.fiscal_year == year), None)
    return NationalEvidenceYearView(year, assessment, tuple(lines_), addresses.EVIDENCE)


def _row(line: PlanLine) -> Row:
    lao, counts = line.lao, line.counts
    made_up = interface.MADE_UP.get(lao.fiction)
    where = " ".join(filter(None, (f"จังหวัด{lao.province.name}" if lao.province else "", made_up)))
    name = lines(text(lao.full_name, words(lao.code), line.address), small(where) if where else None)
    numbers = (counts.met, counts.not_met, counts.not_applicable, counts.cannot_tell)
    return Row((name, cycle(line.cycle), *map(count, numbers)))
