"""The habits of one office: its digits, its forms of money, periods and years, the words of its strategies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from generator.demo import vocabulary as words
from generator.drafting.yaml_writer import Data
from generator.thai.numerals import to_thai
from generator.thai.years import Cycle, FiscalYear

_MONEY = ("{}", "{}", "{}", "{}.-", "{} บาท", "{}.- บาท", "{}.- บาท ({})", "ปีละ {} บาท")
_PERIODS = ("years", "years", "years", "heading", "ticks", "months", "words")
_TICKS = ("✓", "√", "/")


@dataclass(frozen=True, slots=True)
class Habits:
    """Choices that are constant within one plan."""

    digits: str
    """One of thai, arabic and mixed."""
    voice: words.Voice
    money: str
    by_year: bool
    """Whether money has a column per year."""
    periods: str
    tick: str
    targets: str
    """Target columns of its table: three, two or one."""
    responsible: str
    """One of ids, printed and text."""

    @classmethod
    def of(cls, chance: Random) -> Habits:
        """Return random habits of an office."""
        return cls(
            digits=chance.choices(("thai", "arabic", "mixed"), (70, 22, 8))[0],
            voice=chance.choice(words.VOICES),
            money=chance.choice(_MONEY),
            by_year=chance.random() < 0.25,
            periods=chance.choice(_PERIODS),
            tick=chance.choice(_TICKS),
            targets=chance.choice(("three", "three", "two", "one")),
            responsible=chance.choice(("ids", "ids", "printed", "text")),
        )

    def figure(self, number: int | str) -> str:
        """Return a number, or a text with numbers, in the office's digits."""
        text = f"{number:,}" if isinstance(number, int) else number
        if self.digits == "arabic" or (self.digits == "mixed" and len(text) % 2):
            return text
        return to_thai(text)

    def amount(self, baht: int, years: Sequence[FiscalYear]) -> Data:
        """Return a budget cell."""
        if self.by_year:
            return {str(year): self.figure(baht) for year in years}
        in_words = words.AMOUNTS_IN_WORDS.get(baht)
        form = self.money if in_words or self.money.count("{}") == 1 else "{}.- บาท"
        return form.format(self.figure(baht), in_words or "")

    def period(self, years: Sequence[FiscalYear], cycle: Cycle, chance: Random) -> Data:
        """Return a period cell, or one per year."""
        quarters = chance.choice(words.QUARTERS)
        whole = len(years) == len(cycle.years)
        if self.periods == "ticks":
            return {str(year): self.tick if year in years else "-" for year in cycle.years}
        if self.periods == "heading" and whole:
            return {cycle.slug: "ตลอดปีงบประมาณ"}
        if self.periods == "months" and whole:
            return self.figure(f"ต.ค. {cycle.first.be - 1} - ก.ย. {cycle.last.be}")
        if self.periods == "words" and whole:
            return chance.choice(words.EVERY_YEAR)
        return {str(year): self.figure(quarters) for year in years}
