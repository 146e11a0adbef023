"""Tampering with a site is found, and an untouched site has no traces."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from generator.errors import UsageError
from generator.history.integrity import TraceKind as K
from generator.history.manifests import ROOT, lao_manifest_path, read_root_manifest
from generator.history.site_integrity import compare_files, compare_site, verify_site
from tests.history.small_site import CODES, COMMIT, write_site

ONE, OTHER = CODES
PAGE = f"lao/{ONE}/index.html"
DATA = f"lao/{ONE}/plan.csv"
MANIFEST = lao_manifest_path(ONE)
Harm = Callable[[Path], object]


def swap(site: Path) -> None:
    one, other = site / PAGE, site / f"lao/{OTHER}/index.html"
    first, second = one.read_bytes(), other.read_bytes()
    one.write_bytes(second)
    other.write_bytes(first)


def page_and_manifest(site: Path) -> None:
    """Change a page and its LAO's manifest, but not the root."""
    manifest = json.loads((site / MANIFEST).read_bytes())
    (site / PAGE).write_bytes(b"other")
    manifest["files"][PAGE] = {"sha256": "d9298a10d1b0735837dc4bd85dac641b0f3cef27a47e5d53a54f2f3f5b2fcffa", "size": 5}
    (site / MANIFEST).write_text(json.dumps(manifest))


def root_of_another_site(site: Path) -> None:
    other = write_site(site.parent / "other", "อื่น")
    shutil.copy(other / ROOT, site / ROOT)


HARM: dict[str, tuple[Harm, list[tuple[K, str]]]] = {
    "nothing": (lambda _: None, []),
    "a page is altered": (lambda site: (site / PAGE).write_bytes(b"x"), [(K.FILE_CHANGED, PAGE)]),
    "a data file is altered, its size the same": (
        lambda site: (site / DATA).write_bytes(b"9,5999901"),
        [(K.FILE_CHANGED, DATA)],
    ),
    "two files are swapped": (swap, [(K.FILE_CHANGED, PAGE), (K.FILE_CHANGED, f"lao/{OTHER}/index.html")]),
    "a file is gone": (lambda site: (site / DATA).unlink(), [(K.FILE_MISSING, DATA)]),
    "a file is added": (lambda site: (site / "lao" / ONE / "x").touch(), [(K.FILE_EXTRA, f"lao/{ONE}/x")]),
    "a whole LAO is added": (
        lambda site: shutil.copytree(site / "lao" / ONE, site / "lao" / "5999903", ignore=lambda *_: ["plan.csv"]),
        [(K.FILE_EXTRA, "lao/5999903/index.html"), (K.FILE_EXTRA, "lao/5999903/manifest.json")],
    ),
    "the marker holds something": (
        lambda site: (site / ".phaen-site").write_bytes(b"x"),
        [(K.FILE_EXTRA, ".phaen-site")],
    ),
    "a file is a link": (
        lambda site: ((site / DATA).unlink(), (site / DATA).symlink_to(site / PAGE)),
        [(K.FILE_IS_LINK, DATA), (K.FILE_MISSING, DATA)],
    ),
    "the full text is altered": (
        lambda site: (site / "text" / "all.txt").write_bytes(b"x"),
        [(K.FILE_CHANGED, "text/all.txt")],
    ),
    "a page and its manifest are altered": (page_and_manifest, [(K.MANIFEST_UNFIT, MANIFEST)]),
    "the manifest of another LAO": (
        lambda site: shutil.copy(site / lao_manifest_path(OTHER), site / MANIFEST),
        [(K.MANIFEST_UNFIT, MANIFEST), (K.MANIFEST_OF_OTHER_LAO, MANIFEST)],
    ),
    "the manifest of an LAO is gone": (lambda site: (site / MANIFEST).unlink(), [(K.MANIFEST_MISSING, MANIFEST)]),
    "the manifest of an LAO is no manifest": (
        lambda site: (site / MANIFEST).write_bytes(b"[" * 100_000),
        [(K.MANIFEST_UNFIT, MANIFEST), (K.MANIFEST_UNREADABLE, MANIFEST)],
    ),
    "the root is gone": (lambda site: (site / ROOT).unlink(), [(K.MANIFEST_MISSING, ROOT)]),
    "the root is half": (lambda site: (site / ROOT).write_bytes(b'{"schema":1,'), [(K.MANIFEST_UNREADABLE, ROOT)]),
}


@pytest.mark.parametrize("name", HARM)
def test_tampering_with_a_site_is_found(name: str, tmp_path: Path) -> None:
    site = write_site(tmp_path / "site")
    harm, traces = HARM[name]
    harm(site)
    found = verify_site(site)
    assert [(trace.kind, trace.place) for trace in found.traces] == traces
    assert found.is_tampered == bool(traces)


def test_the_root_of_another_site_is_reported_first(tmp_path: Path) -> None:
    site = write_site(tmp_path / "site")
    root_of_another_site(site)
    found = verify_site(site)
    assert found.traces[0].kind is K.MANIFEST_OF_OTHER_SITE
    assert {trace.place for trace in found.traces if trace.kind is K.MANIFEST_UNFIT} >= {MANIFEST}


def test_full_text_left_out_is_reported_without_tampering(tmp_path: Path) -> None:
    site = write_site(tmp_path / "site")
    root = read_root_manifest((site / ROOT).read_bytes())
    (site / ROOT).write_bytes(replace(root, text=None).to_bytes())
    found = verify_site(site)
    assert [trace.kind for trace in found.traces] == [K.TEXT_LEFT_OUT]
    assert not found.is_tampered


def test_folders_without_site_and_later_schemas_raise(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        verify_site(tmp_path)
    site = write_site(tmp_path / "site")
    (site / ROOT).write_bytes(b'{"schema": 2}')
    with pytest.raises(UsageError):
        verify_site(site)


def test_manifest_paths_outside_the_site_are_not_followed(tmp_path: Path) -> None:
    site = write_site(tmp_path / "site")
    (tmp_path / "secret").write_bytes(b"s")
    root = read_root_manifest((site / ROOT).read_bytes())
    (site / ROOT).write_bytes(replace(root, files={**root.files, "../secret": "0"}).to_bytes())
    assert [(trace.kind, trace.place) for trace in verify_site(site).traces] == [(K.FILE_MISSING, "../secret")]


def test_a_saved_root_distinguishes_another_site_from_an_earlier_state(tmp_path: Path) -> None:
    site = write_site(tmp_path / "site", site="https://a.go.th/", commit=COMMIT)
    saved = read_root_manifest((site / ROOT).read_bytes())
    assert compare_site(site, saved) == []
    assert [one.kind for one in compare_site(site, replace(saved, site="https://b.go.th/"))] == [
        K.MANIFEST_OF_OTHER_SITE
    ]
    other = {**saved.laos, ONE: saved.laos[ONE]._replace(content="0")}
    assert [(one.kind, one.code) for one in compare_site(site, replace(saved, laos=other))] == [
        (K.CONTENT_DIFFERS, ONE)
    ]
    moved_on = {**saved.laos, ONE: saved.laos[ONE]._replace(content="0", commit="2" * 40)}
    assert compare_site(site, replace(saved, laos=moved_on)) == []
    more = {**saved.laos, "5999909": saved.laos[ONE]}
    assert [(one.kind, one.code) for one in compare_site(site, replace(saved, laos=more))] == [(K.LAO_GONE, "5999909")]
    assert [one.kind for one in compare_site(site, replace(saved, commit=None))] == [K.NOTHING_TO_COMPARE]


def test_rebuilt_files_are_compared_with_those_of_the_site(tmp_path: Path) -> None:
    site = write_site(tmp_path / "site")
    made = {path: (site / path).read_bytes() for path in (PAGE, DATA, MANIFEST)}
    assert compare_files(site, ONE, made) == []
    other = {PAGE: b"other", MANIFEST: made[MANIFEST], f"lao/{ONE}/new": b""}
    assert [(one.kind, one.place) for one in compare_files(site, ONE, other)] == [
        (K.REBUILT_DIFFERENT, PAGE),
        (K.FILE_MISSING, f"lao/{ONE}/new"),
        (K.FILE_EXTRA, DATA),
    ]
