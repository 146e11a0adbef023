"""The single builder: many pushes, few builds; previews of drafts; behaviour while another builder runs."""

from __future__ import annotations

import re

import pytest

from generator.publishing.builder_lock import locked
from generator.publishing.preview_addresses import preview_address, preview_name
from generator.publishing.previews import take_out_expired
from generator.publishing.queue import waiting_pushes
from generator.publishing.release_folders import ReleaseFolders
from generator.publishing.release_making import Made, ReleaseMaker
from generator.publishing.site_status import site_status
from tests.publishing.pushed_site import CODES, PushedSite


@pytest.fixture(scope="module")
def pushed(tmp_path_factory: pytest.TempPathFactory) -> PushedSite:
    made = PushedSite(tmp_path_factory.mktemp("pushed"))
    made.publish()
    return made


class Clock:
    """Time that passes only during sleeps and builds; each second brings two pushes."""

    def __init__(self, pushed: PushedSite, commit: str, pushes: int) -> None:
        self.now, self.pushed, self.commit, self.left = 0.0, pushed, commit, pushes

    def sleep(self, seconds: float) -> None:
        for _ in range(min(self.left, round(seconds * 2))):
            self.left -= 1
            self.pushed.queue(self.commit)
        self.now += seconds


def test_a_hundred_pushes_in_a_minute_cause_few_builds(pushed: PushedSite, monkeypatch: pytest.MonkeyPatch) -> None:
    commit = pushed.push("crowd")
    clock = Clock(pushed, commit, 99)
    builder = pushed.builder()
    builder.sleep, builder.clock = clock.sleep, lambda: clock.now
    make = ReleaseMaker.make

    def slow(maker: ReleaseMaker, commit: str) -> Made:
        clock.sleep(1.0)
        return make(maker, commit)

    monkeypatch.setattr(ReleaseMaker, "make", slow)
    builder.run()
    assert clock.left == 0
    assert waiting_pushes(pushed.site.queue) == []
    assert len(builder.made) <= 9


def test_a_second_builder_leaves_the_queue_to_the_first(pushed: PushedSite) -> None:
    pushed.push("x")
    with locked(pushed.site.state / "builder.lock", wait=False):
        assert pushed.builder().run() is False
    assert len(waiting_pushes(pushed.site.queue)) == 1
    assert pushed.builder().run() is True
    assert waiting_pushes(pushed.site.queue) == []


def test_a_push_missing_from_the_queue_is_still_built(pushed: PushedSite) -> None:
    pushed.rename("สัญญาณหาย")
    pushed.push("x", is_queued=False)
    pushed.publish()
    assert "สัญญาณหาย" in pushed.page()


def test_a_draft_gets_an_unguessable_preview_and_no_release(pushed: PushedSite) -> None:
    pushed.publish()
    before = [one.id for one in ReleaseFolders(pushed.site).all()]
    name = pushed.git("rev-parse", "HEAD")
    pushed.rename("ร่างลับ")
    pushed.git("commit", "--all", "--quiet", "--message", "draft")
    pushed.git("push", "--quiet", "origin", f"HEAD:refs/heads/draft/{CODES[0]}")
    draft = pushed.git("rev-parse", "HEAD")
    pushed.git("reset", "--quiet", "--hard", name)
    pushed.queue(draft, f"refs/heads/draft/{CODES[0]}")
    pushed.publish()
    assert [one.id for one in ReleaseFolders(pushed.site).all()] == before
    assert "ร่างลับ" not in pushed.page()
    assert re.fullmatch("/preview/[0-9a-f]{32}/lao/5999901/", preview_address(pushed.site, CODES[0], draft))
    place = pushed.site.previews / preview_name(pushed.site, CODES[0], draft)
    page = (place / "lao" / CODES[0] / "index.html").read_text("utf-8")
    assert "ร่างลับ" in page
    assert "ตัวอย่างก่อนเผยแพร่" in page
    assert 'name="robots" content="noindex' in page
    assert not any("ร่างลับ" in file.read_text("utf-8") for file in pushed.site.current.rglob("*.html"))
    take_out_expired(pushed.site, pushed.maker().checkout, 14, 1e12)
    assert list(pushed.site.previews.iterdir()) == []


def draft(pushed: PushedSite, code: str) -> str:
    """Push a draft of an LAO and return its commit."""
    base = pushed.git("rev-parse", "HEAD")
    pushed.rename("ร่าง", code)
    pushed.git("commit", "--all", "--quiet", "--message", "draft")
    pushed.git("push", "--quiet", "--force", "origin", f"HEAD:refs/heads/draft/{code}")
    tip = pushed.git("rev-parse", "HEAD")
    pushed.git("reset", "--quiet", "--hard", base)
    return tip


def test_a_draft_that_cannot_be_built_holds_up_no_other(pushed: PushedSite) -> None:
    good = draft(pushed, CODES[1])
    pushed.queue("f" * 40, f"refs/heads/draft/{CODES[0]}")  # a commit that the repository no longer has
    pushed.queue(good, f"refs/heads/draft/{CODES[1]}", (CODES[1],))
    pushed.publish()
    assert waiting_pushes(pushed.site.queue) == []
    assert [one.name for one in pushed.site.previews.iterdir()] == [preview_name(pushed.site, CODES[1], good)]
    failure = site_status(pushed.site).failure
    assert failure and f"ทำตัวอย่างของ {CODES[0]} ไม่ได้" in failure["reason"]


def test_the_preview_of_a_deleted_draft_is_deleted(pushed: PushedSite) -> None:
    tip = draft(pushed, CODES[1])
    pushed.queue(tip, f"refs/heads/draft/{CODES[1]}", (CODES[1],))
    pushed.publish()
    assert list(pushed.site.previews.iterdir())
    pushed.git("push", "--quiet", "origin", f":refs/heads/draft/{CODES[1]}")
    pushed.queue(tip, f"refs/heads/draft/{CODES[1]}", ())
    pushed.publish()
    assert list(pushed.site.previews.iterdir()) == []
    assert site_status(pushed.site).previews == {}


def test_a_defect_of_the_program_is_a_failure_in_the_status(
    pushed: PushedSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    pushed.push("defect")

    def broken(*_: object) -> Made:
        raise ValueError("no such case")

    with monkeypatch.context() as patched, pytest.raises(ValueError, match="no such case"):
        patched.setattr(ReleaseMaker, "make", broken)
        pushed.publish()
    failure = site_status(pushed.site).failure
    assert failure and failure["reason"] == "ValueError: no such case"
    assert len(waiting_pushes(pushed.site.queue)) == 1
    pushed.publish()
    assert site_status(pushed.site).is_well
