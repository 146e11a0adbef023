"""The unit: record of the results of one LAO, and its cache key. Imports nothing that makes them.

The key covers everything that can change a result, except the day: a unit states the days for which it is valid,
because pages depend on the day only through comparisons (`tracked_day.py`). The key of the national data
files is made from the units of all LAOs.
"""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from generator.building.fingerprint import digest_of
from generator.building.found import FoundCounts, counts_from_json, counts_to_json, finding_from_json, finding_to_json
from generator.findings import Finding
from generator.history.history_index import HistoryIndex
from generator.history.manifests import UNMARKED, LaoMark
from generator.reading.content_tree import ContentTree
from generator.reading.former_codes import former_code_claims
from generator.settings import HeldBack


@dataclass(frozen=True)
class ListedLao:
    """One LAO of the content."""

    code: str
    folders: tuple[str, ...]
    """Several if they have the same code."""


@dataclass(frozen=True)
class Unit:
    """Record of the results of one LAO."""

    code: str
    key: str
    """Key of its inputs; empty if the job failed."""
    since: datetime.date = datetime.date.min
    """First day for which the results are valid."""
    until: datetime.date = datetime.date.max
    """Last such day."""
    objects: Mapping[str, str] = field(default_factory=dict)
    """Names of the results in the store, by kind of output."""
    plans: int = 0
    unreadable: int = 0
    """Number of unreadable plans."""
    pages: int = 0
    errors: tuple[Finding, ...] = ()
    """Findings that block publishing; all others are only counted."""
    found: FoundCounts = field(default_factory=FoundCounts)
    mark: LaoMark = UNMARKED
    """Its entry in the root manifest."""
    failure: str = ""
    """Why the job failed: a bug in the program, not an error in the data."""

    def holds_on(self, day: datetime.date) -> bool:
        """Return whether the results are valid on a day."""
        return self.since <= day <= self.until and not self.failure

    def to_record(self) -> dict[str, Any]:
        """Return the unit as JSON values."""
        return {
            "code": self.code,
            "since": self.since.isoformat(),
            "until": self.until.isoformat(),
            "objects": dict(self.objects),
            "plans": self.plans,
            "unreadable": self.unreadable,
            "pages": self.pages,
            "errors": [finding_to_json(finding) for finding in self.errors],
            "found": counts_to_json(self.found),
            "mark": list(self.mark),
        }


def unit_from_record(key: str, record: Mapping[str, Any]) -> Unit:
    """Return the unit that `to_record` wrote."""
    return Unit(
        record["code"],
        key,
        datetime.date.fromisoformat(record["since"]),
        datetime.date.fromisoformat(record["until"]),
        record["objects"],
        record["plans"],
        record["unreadable"],
        record["pages"],
        tuple(map(finding_from_json, record["errors"])),
        counts_from_json(record["found"]),
        LaoMark(*record["mark"]),
    )


@dataclass(frozen=True)
class Keys:
    """The part of the keys that all LAOs share."""

    tree: ContentTree
    common: str
    """Hash of the program, the frameworks, the registry and all settings that affect pages."""
    former_codes: Mapping[str, tuple[str, ...]]
    """Former codes that LAOs state, by folder name."""
    history: HistoryIndex
    """The commits that touched each LAO."""
    held_back: tuple[HeldBack, ...] = ()
    """LAOs that show earlier data than their newest."""
    is_preview: bool = False
    """Whether the pages preview a draft."""

    def held(self, code: str) -> HeldBack | None:
        """Return why an LAO shows earlier data, None if it shows its newest."""
        return next((one for one in self.held_back if one.code == code), None)

    def digest_of(self, lao: ListedLao, seen: tuple[str, str] | None) -> tuple[str, tuple[str, str] | None]:
        """Return the hash of an LAO's files, and a signature to recognise its folder by.

        `seen` is the earlier result, if any: unchanged folders are not read again.
        """
        # Before reading: a change during reading gives another signature next time.
        signature = self.tree.signature(lao.folders[0])
        if seen and seen[0] == signature:
            return seen[1], seen
        from generator.reading.recorded_folder import fingerprint_folder  # late: imports the readers

        digest = fingerprint_folder(self.tree, lao.folders[0])
        return digest, (signature, digest) if signature else None

    @cached_property
    def claims(self) -> Mapping[str, tuple[str, ...]]:
        """Folder names by former code, for codes that several folders claim."""
        return former_code_claims(self.former_codes)

    def codes_of(self, lao: ListedLao) -> tuple[str, ...]:
        """Return the codes that an LAO has had, oldest first."""
        return (*self.former_codes.get(lao.folders[0].rpartition("/")[2], ()), lao.code)

    def key(self, lao: ListedLao, digest: str) -> str:
        """Return the key of an LAO's results, given the hash of its files."""
        name = lao.folders[0].rpartition("/")[2]
        claims = sorted((code, folders) for code, folders in self.claims.items() if name in folders)
        history = [self.history.known, self.history.of(self.codes_of(lao))]
        held = self.held(lao.code)
        inputs = json.dumps(
            [self.common, lao.code, lao.folders, digest, claims, history, held and [str(held.since), held.reason]]
        )
        return hashlib.sha256(inputs.encode("ascii")).hexdigest()


def data_digest(units: Mapping[str, Unit], more: Iterable[object]) -> str:
    """Return the key: all rows, `more`, and the DuckDB version or its absence, on which the Parquet files depend."""
    rows = sorted((code, unit.objects.get("rows")) for code, unit in units.items())
    return digest_of([rows, *more, _duckdb()])


def _duckdb() -> str:
    try:
        return version("duckdb")
    except PackageNotFoundError:
        return ""
