"""The one builder: many pushes, few builds; previews of drafts; what it does when another is at work."""

from __future__ import annotations

import re

import pytest

from generator.publishing.builder_lock import locked
from generator.publishing.preview_addresses import preview_address, preview_name
from generator.publishing.previews import take_out_expired
from generator.publishing.queue import waiting_pushes
from generator.publishing.release_folders import ReleaseFolders
from generator.publishing.release_making import Made, ReleaseMaker
from tests.publishing.pushed_site import CODES, PushedSite


@pytest.fixture(scope="module")
def pushed(tmp_path_factory: pytest.TempPathFactory) -> PushedSite:
    made = PushedSite(tmp_path_factory.mktemp("pushed"))
    made.publish()
    return made


class Clock:
    """Time that passes only when somebody sleeps or builds; each second brings two pushes."""

    def __init__(self, pushed: PushedSite, commit: str, pushes: int) -> None:
        self.now, self.pushed, self.commit, self.left = 0.0, pushed, commit, pushes

    def sleep(self, seconds: float) -> None:
        for _ in range(min(self.left, round(seconds * 2))):
            self.left -= 1
            self.pushed.queue(self.commit)
        self.now += seconds


def test_a_hundred_pushes_in_a_minute_are_a_handful_of_builds(
    pushed: PushedSite, monkeypatch: pytest.MonkeyPatch
) -> None:
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


def test_a_second_builder_leaves_the_work_to_the_first(pushed: PushedSite) -> None:
    pushed.push("x")
    with locked(pushed.site.state / "builder.lock", wait=False):
        assert pushed.builder().run() is False
    assert len(waiting_pushes(pushed.site.queue)) == 1
    assert pushed.builder().run() is True
    assert waiting_pushes(pushed.site.queue) == []


def test_a_push_whose_signal_was_lost_is_built_all_the_same(pushed: PushedSite) -> None:
    pushed.rename("สัญญาณหาย")
    pushed.push("x", is_queued=False)
    pushed.publish()
    assert "สัญญาณหาย" in pushed.page()


def test_a_draft_has_a_preview_that_nobody_can_guess_and_no_release(pushed: PushedSite) -> None:
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
    take_out_expired(pushed.site, 14, 1e12)
    assert list(pushed.site.previews.iterdir()) == []
