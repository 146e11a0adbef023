"""What an officer pushes stays text in everything that publishing adds to a site, in a real browser.

A hostile LAO and its harmless twin are committed with the same tricks as author and message, released, redacted,
previewed as a draft and held back; another LAO is unreadable from the start. Both sites are served with real headers.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from generator.publishing.loopback_web import serving
from generator.publishing.preview_addresses import preview_name
from generator.publishing.site_status import site_status
from tests.publishing.pushed_site import CODES, PushedSite
from tests.site.hostile_lao import hostile_lao
from tests.site.test_hostile_lao import (
    LISTS,
    NARRATIVE,
    STARTS,
    STRUCTURE,
    TRICKS,
    bare,
    check_structure,
    harmless,
    watched,
)

REDACTED = "Redacts: {}\nRedacted-LAO: {}\nRedaction-Date: 2026-11-28\nRedaction-Reason: {}"
SayText = Callable[[int], str]


class HostileSite(PushedSite):
    """A published site whose first LAO is hostile, or harmless in the same places."""

    def __init__(self, folder: Path, say_text: SayText, address: str, narrative: str) -> None:
        """Make all kinds of pages that publishing adds."""
        super().__init__(folder)
        self.line = " ".join(say_text(0).split())[:150]
        shutil.rmtree(self.lao())
        prose = f"## rationale\nที่มา: {bare(say_text(990))}\n{narrative}\n## idp\nที่มา: ก (สรุป)\n{narrative}"
        hostile_lao(self.content, lambda _, number: say_text(number), lambda _, number: f"{address}{number}", prose)
        key = self.line[:50].replace("'", "''")
        (self.lao(CODES[1]) / "lao.yml").write_text(f"code: {CODES[1]}\ntype: '{key}'\n'{key}': ก\n", "utf-8")
        self.push_message(say_text(991))
        self.publish()
        self.change("2")
        self.push_message(f"{say_text(992)}\n\n{REDACTED.format('a' * 40, CODES[0], self.line)}")
        self.draft = self.push_draft(say_text(993))
        self.publish()
        self.change("[")
        self.push_message(say_text(994))
        self.publish()

    def change(self, count: str) -> None:
        """Change one value of the LAO; `[` is an error."""
        place = self.lao() / "lao.yml"
        text = place.read_text("utf-8")
        place.write_text(f'{text}\n"{count}": [' if count == "[" else f"{text}\n# {count}\n", "utf-8")

    def push_message(self, message: str) -> None:
        """Commit and push everything with a message, and the same line as the author's name."""
        self._commit(message)
        self.git("push", "--quiet", "origin", "HEAD:main")
        self.queue(self.git("rev-parse", "HEAD"))

    def push_draft(self, message: str) -> str:
        """Push the same as a draft; return its commit."""
        self._commit(message)
        self.git("push", "--quiet", "origin", f"HEAD:refs/heads/draft/{CODES[0]}")
        draft = self.git("rev-parse", "HEAD")
        self.git("reset", "--quiet", "--hard", "HEAD~1")
        self.queue(draft, f"refs/heads/draft/{CODES[0]}")
        return draft

    def _commit(self, message: str) -> None:
        self.git("add", "--all", "--force")
        who = f"กองคลัง {self.line} <office@example.go.th>"
        self.git("commit", "--quiet", "--allow-empty", "--cleanup=verbatim", "--author", who, "--message", message)


pytestmark = pytest.mark.soak


@pytest.fixture(scope="module", params=TRICKS)
def twins(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[HostileSite, HostileSite]:
    """The hostile site and its harmless twin, without the rules, which would find other things in each."""
    trick = TRICKS[request.param]
    folder = tmp_path_factory.mktemp("hostile")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("generator.building.lao_job.check_lao", lambda *_: ())
        evil = HostileSite(
            folder / "evil",
            lambda number: f"{STARTS[number % len(STARTS)]}{trick} ที่ {number} จบ",
            "https://x.example/?a=&quot;onmouseover=alert(1)&b=`{{7*7}}`javascript:alert(1)#",
            NARRATIVE,
        )
        good = HostileSite(
            folder / "good", lambda number: f"{harmless('ก' + trick)} ที่ {number} จบ", "https://x.example/", "\nก\n"
        )
    return evil, good


def addresses_of(folder: Path) -> list[str]:
    """Return the addresses of the pages of both LAOs in a built site; folders of a release are links."""
    found = [
        f"lao/{lao.name}/{page.relative_to(lao.resolve()).parent.as_posix()}/".replace("/./", "/")
        for lao in sorted((folder / "lao").iterdir())
        for page in sorted(lao.resolve().rglob("index.html"))
    ]
    assert len(found) > 20
    return found


def test_both_lao_are_in_the_states_that_publishing_adds(twins: tuple[HostileSite, HostileSite]) -> None:
    for one in twins:
        status = site_status(one.site)
        assert list(status.held) == [CODES[0]]
        assert list(status.flawed) == [CODES[1]]
        assert list(status.previews) == [CODES[0]]


def test_pages_that_are_held_back_redacted_or_unreadable_show_only_text(
    browser: Browser, twins: tuple[HostileSite, HostileSite]
) -> None:
    addresses = addresses_of(twins[0].site.current)
    assert addresses == addresses_of(twins[1].site.current)
    shown = compare(browser, twins, [*addresses, *(one.removeprefix("/") for one in LISTS[:2])], ("", ""))
    assert sum("ยังนำมาแสดงไม่ได้" in text for text in shown) > 5
    assert any("ปกปิด" in text and bare(twins[0].line)[:30] in bare(text) for text in shown)


def test_previews_show_only_text(browser: Browser, twins: tuple[HostileSite, HostileSite]) -> None:
    names = tuple(f"preview/{preview_name(one.site, CODES[0], one.draft)}/" for one in twins)
    addresses = addresses_of(twins[0].site.previews / names[0].split("/")[1])
    shown = compare(browser, twins, addresses, (names[0], names[1]))
    assert all("ตัวอย่างก่อนเผยแพร่" in text for text in shown)


def compare(
    browser: Browser, twins: tuple[HostileSite, HostileSite], addresses: list[str], below: tuple[str, str]
) -> list[str]:
    """Compare the pages of the twins, below a folder of each; return the texts of the hostile ones."""
    shown = []
    with serving(twins[0].site) as evil_site, serving(twins[1].site) as good_site:
        tab, seen = watched(browser, evil_site.rstrip("/"))
        other, _ = watched(browser, good_site.rstrip("/"))
        for address in addresses:
            for one, site, folder in ((tab, evil_site, below[0]), (other, good_site, below[1])):
                answer = one.goto(f"{site}{folder}{address}")
                assert answer and answer.ok, address
                if urlsplit(address).path.endswith("/history/"):  # a script inserts the comparison
                    one.wait_for_load_state("networkidle")
            evil_page, good_page = tab.evaluate(STRUCTURE), other.evaluate(STRUCTURE)
            for page in (evil_page, good_page):
                for kind in ("ins ", "del "):  # how many words of a text changed differs between the twins
                    page["counts"].pop(kind, None)
            check_structure(evil_page, good_page, address)
            shown.append(evil_page["text"])
            assert seen == [], address
        tab.close()
        other.close()
    return shown
