"""The job for one LAO: declared inputs in, outputs and their unit out. Runs in any process."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from generator.building.found import FoundCounts
from generator.building.inputs import Inputs
from generator.building.manifest_files import MANIFEST, kept_manifest, with_manifest
from generator.building.outputs.documents import attachment_in
from generator.building.outputs.kinds import Output, has_pdf
from generator.building.outputs.work import LaoWork
from generator.building.site_engine import WritePage
from generator.building.store import Store, pack, put_object, put_record
from generator.building.tracked_day import TrackedDay
from generator.building.unit import Keys, ListedLao, Unit
from generator.checks.items import CheckBasis
from generator.checks.runner import check_lao
from generator.findings import PERSONAL, Severity
from generator.history.manifests import LaoManifest, LaoMark
from generator.history.revisions import plan_histories, slug_of
from generator.history.saved_commit import saved_commit
from generator.history.withdrawn_plans import withdrawn_histories, withdrawn_plans
from generator.model.content import Frameworks, LaoFolder, UnreadablePlan
from generator.pages.failed_page import failed_page
from generator.reading.lao_reader import ReadLao, read_lao
from generator.reading.recorded_folder import record_folder
from generator.settings import Digits

_LOG = logging.getLogger(__name__)
_OF_A_FAILURE = frozenset({"pages", "summary"})
"""Outputs of an LAO whose job failed."""


@dataclass(frozen=True)
class Shared:
    """What all jobs share; sent to each worker once."""

    keys: Keys
    frameworks: Frameworks
    reference: CheckBasis
    digits: Digits
    writer: WritePage
    outputs: tuple[Output, ...]

    @cached_property
    def framework_ids(self) -> Any:
        """Entry ids of the frameworks, for reading."""
        # Computed here once: the references of all LAOs share them.
        assert self.reference.entries is not None  # noqa: S101
        assert self.reference.groups is not None  # noqa: S101
        return self.frameworks.entry_ids()


def shared_by_all(inputs: Inputs, keys: Keys, writer: WritePage, outputs: tuple[Output, ...]) -> Shared:
    """Return what the jobs of all LAOs of a build share."""
    return Shared(keys, inputs.frameworks, inputs.reference, inputs.settings.digits, writer, outputs)


def do_lao(shared: Shared, store: Store, lao: ListedLao) -> tuple[Unit, dict[str, dict[str, bytes]]]:
    """Run the job of one LAO and store the results; return its unit and the published files.

    A bug in the program becomes a page that says so. Raises OSError if nothing can be stored.
    """
    try:
        unit, results = _done(shared, lao, [output for output in shared.outputs if not output.background])
    except Exception as error:  # noqa: BLE001  # any bug may stop this LAO only
        _LOG.debug("%s failed", lao.code, exc_info=True)
        return failed_lao(shared, store, lao, f"{type(error).__name__}: {error}"[:300])
    return _kept(shared, store, unit, results)


def do_background(shared: Shared, store: Store, lao: ListedLao, unit: Unit) -> tuple[Unit, dict[str, dict[str, bytes]]]:
    """Make the background outputs of an LAO and store them; return its unit and the published files.

    If its files have changed since, it is left alone: the next build makes everything of it. An output that raises is
    left out, because the pages are live; the next build tries again.

    Of the findings these outputs use only whether there is personal data to leave out. Where the pages' job found none,
    the rules do not run again: their dictionaries are half of a worker's memory.
    """
    known = kept_manifest(store, unit)
    # If the manifest is missing, make everything: its hashes are needed.
    missing = [one for one in shared.outputs if known is None or (one.background and one.name not in unit.objects)]
    try:
        again, results = _done(shared, lao, missing, each_by_itself=True, rules=known is None or _is_personal(unit))
    except Exception:  # noqa: BLE001  # the pages are made; the report lists the missing outputs
        _LOG.debug("%s failed", lao.code, exc_info=True)
        return unit, {}
    if again.key != unit.key:
        return unit, {}
    # These outputs may have compared the day more often.
    since, until = max(unit.since, again.since), min(unit.until, again.until)
    return _kept(shared, store, replace(unit, since=since, until=until), results, known)


def _is_personal(unit: Unit) -> bool:
    """Return whether the rules found possible personal data in an LAO."""
    return any(code.startswith(PERSONAL) for _, code in unit.found.counts)


def failed_lao(shared: Shared, store: Store, lao: ListedLao, reason: str) -> tuple[Unit, dict[str, dict[str, bytes]]]:
    """Return the unit and files of a failed LAO: a page and a summary that say so."""
    folder = LaoFolder(lao.code, lao.folders[0], None, (), (), ())
    today = shared.reference.today
    page = failed_page(lao.code, shared.digits)
    writer = shared.writer
    read, site_url = ReadLao(folder, {}), writer.frame.site_url
    work = LaoWork(lao.code, read, (), shared.frameworks, today, shared.digits, site_url, writer, (page,))
    results = {output.name: dict(output.make(work)) for output in shared.outputs if output.name in _OF_A_FAILURE}
    return _kept(shared, store, Unit(lao.code, "", pages=1, failure=reason), results)


def _kept(
    shared: Shared,
    store: Store,
    unit: Unit,
    results: Mapping[str, dict[str, bytes]],
    before: LaoManifest | None = None,
) -> tuple[Unit, dict[str, dict[str, bytes]]]:
    """Store results, and the manifest extended by them; return the unit and the published files."""
    published = _published(shared, results)
    mark, manifest = with_manifest(unit.mark, unit.code, published, before)
    published[MANIFEST] = manifest
    unit = replace(unit, objects={**unit.objects, **_put(store, {**results, MANIFEST: manifest})}, mark=mark)
    if not unit.failure:
        put_record(store, unit.key, unit.to_record())
    return unit, published


def _put(store: Store, results: Mapping[str, Mapping[str, bytes]]) -> dict[str, str]:
    return {name: put_object(store, pack(files)) for name, files in results.items()}


def _published(shared: Shared, results: Mapping[str, dict[str, bytes]]) -> dict[str, dict[str, bytes]]:
    published = {output.name for output in shared.outputs if output.published}
    return {name: files for name, files in results.items() if name in published}


def _done(
    shared: Shared, lao: ListedLao, outputs: Iterable[Output], *, each_by_itself: bool = False, rules: bool = True
) -> tuple[Unit, dict[str, dict[str, bytes]]]:
    today = TrackedDay.of(shared.reference.today)
    seen = record_folder(shared.keys.tree, lao.folders[0])
    ids = shared.framework_ids
    read = read_lao(lao.code, list(lao.folders), seen, ids)
    reference = shared.reference.for_lao(today, lao.folders[0].rpartition("/")[2])
    history, codes = shared.keys.history, shared.keys.codes_of(lao)
    histories = plan_histories(read, history, codes, ids)
    withdrawn = withdrawn_plans(history, codes, set(map(slug_of, read.lao_folder.plans)), ids)
    found = (*read.lao_folder.findings, *(check_lao(read, reference, histories) if rules else ()))
    digest = seen.recorded().digest
    work = LaoWork(
        *(lao.code, read, found, shared.frameworks, today, shared.digits),
        *(shared.writer.frame.site_url, shared.writer),
        histories=histories,
        withdrawn=withdrawn,
        withdrawn_histories=withdrawn_histories(history, codes, withdrawn, ids),
        content=digest,
        attachment=attachment_in(shared.keys.tree),
        has_pdf=has_pdf(shared.outputs),
        held=shared.keys.held(lao.code),
        is_preview=shared.keys.is_preview,
    )
    results = _made(work, outputs) if each_by_itself else {one.name: dict(one.make(work)) for one in outputs}
    counts = FoundCounts()
    counts.add(found)
    unit = Unit(
        code=lao.code,
        key=shared.keys.key(lao, digest),
        since=today.since,
        until=today.until,
        plans=len(read.lao_folder.plans),
        unreadable=sum(isinstance(plan, UnreadablePlan) for plan in read.lao_folder.plans),
        pages=len(results.get("pages", ())),
        errors=tuple(finding for finding in found if finding.severity is Severity.ERROR),
        found=counts,
        mark=LaoMark("", digest, saved_commit(history, codes, lao.folders[0], digest)),
    )
    return unit, results


def _made(work: LaoWork, outputs: Iterable[Output]) -> dict[str, dict[str, bytes]]:
    """Return the outputs' files, without outputs that raise."""
    results: dict[str, dict[str, bytes]] = {}
    for output in outputs:
        try:
            results[output.name] = dict(output.make(work))
        except Exception:  # noqa: BLE001  # any bug may stop this output only
            _LOG.debug("%s of %s failed", output.name, work.code, exc_info=True)
    return results
