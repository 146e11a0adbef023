"""The figures of `bench.py` as a table, as bars kept or missed, and as the rows of the README. Knows only the JSON."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

NATION = 7_850
TITLES = {
    "phaen": "phaen build",
    "mkdocs": "stock MkDocs + Material",
    "zensical": "Zensical",
    "hugo": "Hugo, bare layout, no theme",
}
_WHATS = {
    "cold_1": "cold, 1 job, to live pages",
    "cold_2": "cold, 2 jobs, to live pages",
    "whole": "cold, 2 jobs, with PDFs",
    "cold": "cold",
    "one_changed": "one changed",
    "nothing_changed": "nothing changed",
}
NOT_MEASURED = "not measured"
_HEADINGS = (
    f"{'LAOs':>5}  {'':27}  {'':27}  {'seconds':>8}  {'ms an LAO':>9}  {'memory MB':>9}"
    f"  {'pages':>7}  {'KB a page':>9}  {'MB in all':>9}"
)


@dataclass(frozen=True)
class Bar:
    """A bar, its measured value, and whether it is kept."""

    text: str
    limit: float
    figure: float | None
    """None if not measured."""
    is_least: bool
    """Whether the figure has to reach the limit; else it must not pass it."""
    unit: str = ""
    note: str = ""
    """What is known of another engine that did not finish; the figure is then a lower bound."""

    @property
    def verdict(self) -> str:
        """Return "kept", "missed" or "not measured"."""
        if self.figure is None:
            return NOT_MEASURED
        is_kept = self.figure >= self.limit if self.is_least else self.figure <= self.limit
        if self.note and not is_kept:
            return NOT_MEASURED
        return "kept" if is_kept else "missed"

    def record(self) -> dict[str, Any]:
        """Return the bar as JSON takes it."""
        measured = None if self.figure is None else round(self.figure, 3)
        relation = "at least" if self.is_least else "at most"
        record = {"bar": self.text, "limit": f"{relation} {self.limit:g}{self.unit}", "measured": measured}
        return {**record, "verdict": self.verdict, "note": self.note}


def figure(data: dict[str, Any], laos: int, engine: str, what: str, name: str = "seconds") -> float | None:
    """Return a figure, or None where it was not measured or the run was stopped."""
    found = data["sizes"].get(str(laos), {}).get(engine, {}).get(what)
    if not found or found.get("stopped"):
        return None
    value = found.get(name)
    return None if value is None else float(value)


def least_seconds(data: dict[str, Any], laos: int, engine: str, what: str) -> tuple[float | None, str]:
    """Return the seconds of an engine; where it did not finish, those it takes at least, and a note from what.

    It takes at least as long as it ran until it was stopped, and at least in line with its time at a smaller size.
    """
    seconds = figure(data, laos, engine, what)
    if seconds is not None:
        return seconds, ""
    bounds: list[tuple[float, str]] = []
    for size, engines in data["sizes"].items():
        run = engines.get(engine, {}).get(what)
        if run and int(size) <= laos:
            duration = f"stopped after {run['seconds']:,.0f} s" if run["stopped"] else f"{run['seconds']:,.1f} s"
            bounds.append((run["seconds"] * laos / int(size), f"{TITLES[engine]}: {duration} at {int(size):,} LAOs"))
    return max(bounds, default=(None, ""))


def ratio(one: float | None, other: float | None) -> float | None:
    """Return one divided by the other, or None where either is not known."""
    return None if one is None or not other else one / other


def bars(data: dict[str, Any]) -> list[Bar]:
    """Return every bar of the benchmark."""
    return [*_ratio_bars(data), *_time_bars(data)]


def _ratio_bars(data: dict[str, Any]) -> Iterator[Bar]:
    two_jobs = ratio(figure(data, 1_000, "phaen", "cold_1"), figure(data, 1_000, "phaen", "cold_2"))
    two_jobs = two_jobs if data["machine"]["processors"] >= 2 else None
    yield Bar("two jobs, times as fast as one, cold, 1,000 LAOs", 1.7, two_jobs, True)
    stock, note = least_seconds(data, 100, "mkdocs", "cold")
    faster = ratio(stock * 10 if stock else None, figure(data, 1_000, "phaen", "cold_2"))
    yield Bar(
        "cold with two jobs at 1,000 LAOs, times as fast as ten times stock MkDocs + Material at 100",
        12,
        faster,
        True,
        note=note,
    )
    nation, few = (ratio(figure(data, laos, "phaen", "cold_2"), laos) for laos in (NATION, 100))
    text = f"milliseconds per LAO, cold with two jobs, {NATION:,} LAOs against 100"
    yield Bar(text, 1.15, ratio(nation, few), False)
    for laos, least in ((1_000, 3), (NATION, 10)):
        hugo, note = least_seconds(data, laos, "hugo", "one_changed")
        mine = figure(data, laos, "phaen", "one_changed")
        text = f"one changed among {laos:,}, times as fast as Hugo's rebuild of the same pages"
        yield Bar(text, least, ratio(hugo, mine), True, note=note)


def _time_bars(data: dict[str, Any]) -> Iterator[Bar]:
    for laos, nothing, one in ((1_000, 2, 3), (NATION, 4, 6)):
        for what, most in (("nothing_changed", nothing), ("one_changed", one)):
            yield Bar(f"{_WHATS[what]}, {laos:,} LAOs", most, figure(data, laos, "phaen", what), False, " s")
    memory = figure(data, 1_000, "phaen", "cold_2", "memory_mb")
    yield Bar("memory of all processes, cold with two jobs, 1,000 LAOs", 600, memory, False, " MB")


def report(data: dict[str, Any]) -> str:
    """Return the table and the bars as text."""
    return "\n".join([*_head(data), "", *_table(data), "", *_bar_lines(data)])


def _head(data: dict[str, Any]) -> Iterator[str]:
    machine = data["machine"]
    memory = f"{machine['memory_mb']:,} MB" if machine["memory_mb"] else "memory not known"
    yield f"{machine['processors']} processors ({machine['processor']}), {memory}, Python {machine['python']}"
    yield "; ".join(
        f"{name} {version}" if name in ("phaen", "commit") else version for name, version in data["versions"].items()
    )
    yield f"memory: {data['memory_is']}"
    for engine, reason in data["skipped"].items():
        yield f"skipped: {TITLES[engine]}: {reason}"


def _table(data: dict[str, Any]) -> Iterator[str]:
    yield _HEADINGS
    for laos, engines in data["sizes"].items():
        for engine, measured in engines.items():
            yield from _rows(int(laos), engine, measured)


def _rows(laos: int, engine: str, measured: dict[str, Any]) -> Iterator[str]:
    start = f"{laos:>5,}  {TITLES[engine]:27}"
    if "not_run" in measured:
        yield f"{start}  {measured['not_run']}"
        return
    site = measured.get("site")
    for what, title in _WHATS.items():
        if what not in measured:
            continue
        run = measured[what]
        memory = "?" if run["memory_mb"] is None else f"{run['memory_mb']:,.0f}"
        row = f"{start}  {title:27}  {run['seconds']:>8,.2f}  {run['seconds'] / laos * 1000:>9,.1f}  {memory:>9}"
        if run["stopped"]:
            yield f"{row}  stopped: out of {run['stopped']}"
            continue
        if site:
            row += f"  {site['pages']:>7,}  {site['bytes_a_page'] / 1000:>9,.1f}  {site['bytes'] / 1_000_000:>9,.1f}"
            site = None
        yield row


def _bar_lines(data: dict[str, Any]) -> Iterator[str]:
    for bar in bars(data):
        relation = "at least" if bar.is_least else "at most"
        measured = (
            "" if bar.figure is None else f", measured {'more than ' * bool(bar.note)}{bar.figure:,.2f}{bar.unit}"
        )
        note = f" ({bar.note})" if bar.note else ""
        yield f"{bar.verdict:>12}: {bar.text}: {relation} {bar.limit:g}{bar.unit}{measured}{note}"


def readme_rows(data: dict[str, Any]) -> str:
    """Return the README's rows: each engine as so many times `phaen build`, at the largest size that it finished.

    One that finished no size has the time that it ran at the smallest size until it was stopped: "more than".
    """
    rows = []
    for engine in ("mkdocs", "zensical", "hugo"):
        begun = [int(size) for size, engines in data["sizes"].items() if "cold" in engines.get(engine, {})]
        finished = [size for size in begun if figure(data, size, engine, "cold") is not None]
        if begun:
            rows.append(_readme_row(data, engine, max(finished) if finished else min(begun)))
    return "\n".join(rows)


def _readme_row(data: dict[str, Any], engine: str, laos: int) -> str:
    theirs, mine = data["sizes"][str(laos)][engine], data["sizes"][str(laos)]["phaen"]
    stopped = "> " * bool(theirs["cold"]["stopped"])
    again = theirs.get("one_changed", theirs["cold"])  # the others build everything again
    cells = [
        f"{TITLES[engine]}, {laos:,} LAOs",
        stopped + _times(ratio(theirs["cold"]["seconds"], mine["cold_2"]["seconds"])),
        stopped + _times(ratio(again["seconds"], mine["one_changed"]["seconds"])),
        stopped + _times(ratio(theirs["cold"]["memory_mb"], mine["cold_2"]["memory_mb"])),
        _times(ratio(theirs.get("site", {}).get("bytes_a_page"), mine["site"]["bytes_a_page"])),
    ]
    return f"| {' | '.join(cells)} |"


def _times(value: float | None) -> str:
    if value is None:
        return "–"
    return f"{value:.0f} ×" if value >= 10 else f"{value:.1f} ×" if value >= 1 else f"{value:.2f} ×"
