"""The queue of accepted pushes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.publishing.queue import AcceptedPush, moment, put_push, remove_pushes, waiting_pushes

PUSH = AcceptedPush("refs/heads/lao/5999901", "a" * 40, ("5999901",), "2026-11-28T16:30:05Z")


def test_pushes_wait_oldest_first_until_removed(tmp_path: Path) -> None:
    queue = tmp_path / "queue"
    pushes = [replace(PUSH, commit=letter * 40) for letter in "abc"]
    for push in pushes:
        put_push(queue, push)
    waiting = waiting_pushes(queue)
    assert [one.push for one in waiting] == pushes
    remove_pushes(waiting[:2])
    assert [one.push for one in waiting_pushes(queue)] == pushes[2:]
    remove_pushes(waiting)
    assert waiting_pushes(queue) == []


def test_a_missing_queue_is_empty(tmp_path: Path) -> None:
    assert waiting_pushes(tmp_path / "queue") == []


@pytest.mark.parametrize("content", ["", "{", "[]", '{"ref": 1, "commit": "a", "codes": [], "accepted": ""}'])
def test_an_invalid_file_is_skipped(tmp_path: Path, content: str) -> None:
    file = put_push(tmp_path, PUSH)
    (tmp_path / "0.json").write_text(content)
    assert [one.file for one in waiting_pushes(tmp_path)] == [file]


@pytest.mark.parametrize(
    "push",
    [
        replace(PUSH, ref="refs/heads/lao/5999901 --x"),
        replace(PUSH, ref="refs/tags/v1"),
        replace(PUSH, commit="--output=x"),
        replace(PUSH, codes=("../../state",)),
    ],
)
def test_a_file_with_anything_but_refs_ids_and_codes_is_skipped(tmp_path: Path, push: AcceptedPush) -> None:
    put_push(tmp_path, push)
    assert waiting_pushes(tmp_path) == []


def test_a_half_written_file_is_skipped(tmp_path: Path) -> None:
    (tmp_path / ".0-part.json.part").write_text("{")
    assert waiting_pushes(tmp_path) == []


def test_a_draft_is_recognised_by_its_ref() -> None:
    assert not PUSH.is_draft
    assert replace(PUSH, ref="refs/heads/draft/5999901").is_draft


def test_times_are_in_utc() -> None:
    assert moment(0) == "1970-01-01T00:00:00Z"
