"""The evidence of one plan for the national transparency assessment (ITA): all assessment years that it covers."""

from __future__ import annotations

from dataclasses import dataclass

from generator import addresses
from generator.facts.ita_evidence import EvidenceCount, assessment_years, count_evidence, evidence_of
from generator.thai.dates import Cycle, FiscalYear
from generator.views.plan_context import PlanContext
from generator.views.table_cells import count, empty, figure, phrase
from generator.views.table_cells import cycle as cycle_cell
from generator.views.tables import Column, Look, Row, Table, head
from generator.words import interface


@dataclass(frozen=True, slots=True)
class EvidenceYear:
    """One assessment year."""

    fiscal_year: FiscalYear
    address: str
    """Its sheet."""
    counts: EvidenceCount | None
    """None if the items of the year are unknown."""


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """All sheets of a plan."""

    lao_name: str
    cycle: Cycle
    is_draft: bool
    years: tuple[EvidenceYear, ...]
    national_address: str

    @property
    def years_table(self) -> Table:
        """The sheets with their counts."""
        return Table(
            "years",
            phrase("จำนวนองค์ประกอบของแต่ละปีที่ประเมิน แผน {}", cycle_cell(self.cycle)),
            (
                head("ปีที่ประเมิน"),
                *(Column(interface.ELEMENT_STATE[state], look=Look.NUMBER) for state in interface.ELEMENT_STATE),
            ),
            tuple(_row(one) for one in self.years),
        )


def evidence_view(context: PlanContext) -> EvidenceView:
    """Return the sheets of a plan."""
    known = {one.fiscal_year: one for one in context.assessments}
    return EvidenceView(
        lao_name=context.lao.full_name,
        cycle=context.plan.cycle,
        is_draft=context.is_draft,
        years=tuple(
            EvidenceYear(
                year,
                addresses.evidence_sheet(context.lao.code, context.plan.cycle, year),
                count_evidence(evidence_of(context, known[year]), year) if year in known else None,
            )
            for year in assessment_years(context.plan.cycle)
        ),
        national_address=addresses.EVIDENCE,
    )


def _row(one: EvidenceYear) -> Row:
    year = figure(one.fiscal_year.be)._replace(address=one.address)
    if one.counts is None:
        return Row((year, empty(interface.ITEMS_NOT_KNOWN)))
    counts = one.counts
    return Row((year, *map(count, (counts.met, counts.not_met, counts.not_applicable, counts.cannot_tell))))
