"""Published lists of attacks on web pages, in every field and file name, in Chromium under the shipped policy.

Many LAOs on one site: field i of LAO k holds payload i + k * fields, and stays text. It is compared with a harmless
twin as in `test_hostile_lao.py`. What reading refuses becomes a finding. Run by `make soak`.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
import yaml
from markdown_it import MarkdownIt
from playwright.sync_api import Browser, Page, expect
from pydantic import TypeAdapter, ValidationError

from generator.building.indexing import write_full_text
from generator.building.site import SiteContent, gather_pages
from generator.engine.batch import build_site
from generator.findings import MOST_OF_A_KIND, Severity, printable
from generator.frame.policy import HEADER_POLICY
from generator.model.base import Address
from generator.pages.as_markdown import as_markdown
from generator.pages.sanitiser import sanitise_markdown
from generator.reading.narrative import MAX_BYTES, SECTION_IDS
from generator.reading.windows_names import fits_windows
from generator.reading.yaml_text.special_characters import FORBIDDEN
from generator.settings import Settings
from generator.thai.text import normalise
from tests.building_blocks import CODE, CYCLE, make_lao, make_site
from tests.site import payloads
from tests.site.browser import served
from tests.site.hostile_lao import Filled
from tests.site.servers import missing, nginx
from tests.site.test_hostile_lao import (
    LISTS,
    STRUCTURE,
    Site,
    bare,
    check_everything,
    check_structure,
    check_texts,
    harmless,
    watched,
)

pytestmark = [pytest.mark.soak, pytest.mark.browser]

TODAY = datetime.date(2025, 1, 31)
FILES, LINKS = "5998001", "5998002"
"""The LAOs for file names: one with files that nothing reads, one with symlinks."""
LEAST = {"wfuzz": 500, "blns": 480, "justhtml": 440, "own": 50}
"""Fewest payloads in each list: fewer mean that the list is no longer read correctly."""
ROUNDS = 2
"""Number of different fields for every payload."""
LONGEST_FILE_NAME = 255
"""In bytes, on the file systems of Linux."""
RAW, QUOTED, MISPLACED = 5_440_000, 6_440_000, 7_440_000
"""First codes of the LAOs whose files hold a payload without quotation marks, with them, and at a wrong place."""
FOREIGN = """() => {
  const named = (one, attribute) => attribute.startsWith("on") || ["style", "srcdoc", "formaction"].includes(attribute);
  const ours = one => one.closest("form.search, .filter, [data-search-page] > form");
  const tags = "script, img, iframe, object, embed, base, style, link, form, input, video, audio, math, template";
  return [...document.querySelectorAll("body *")]
    .filter(one => one.getAttributeNames().some(name => named(one, name)) || one.matches(tags) && !ours(one)
      || /^\\s*(javascript|data|vbscript):/i.test(one.getAttribute("href") || ""))
    .map(one => one.outerHTML.slice(0, 200));
}"""
"""What pages contain that is not from this program."""
SEARCHED = 10
"""One in this many payloads is searched for."""
ANSWERED = 300
"""Milliseconds to wait for the answer to a query."""
AT_ONCE = 50
"""Pages of an LAO opened in one browser page, if no policy is needed."""
NO_NAMES = ("", ".", "..", "desktop.ini")
"""Names that no file can have, and one left by an operating system, which is skipped."""
REPORT_OFFENCES = """
addEventListener("securitypolicyviolation", e => console.error(`${e.violatedDirective} ${e.blockedURI}`));
"""


@pytest.fixture(scope="module")
def texts() -> tuple[str, ...]:
    """Return every payload of every list, once."""
    try:
        lists = payloads.read_lists()
    except payloads.MissingListError as error:
        # They are others' work, downloaded by `make payloads` and not ours to ship; CI downloads them first.
        pytest.skip(str(error))
    for name, least in LEAST.items():
        assert len(lists[name]) >= least, name
    return tuple(dict.fromkeys(text for held in lists.values() for text in held))


@pytest.fixture(scope="module")
def accepted(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Return the payloads that a YAML file may hold."""
    return tuple(text for text in texts if text and not FORBIDDEN.search(text))


# Every field.


@dataclass(frozen=True)
class Spread:
    """Distribution of payloads over the fields of as many LAOs as needed."""

    payloads: tuple[str, ...]
    addresses: tuple[str, ...]
    fields: int

    @property
    def laos(self) -> int:
        """Number of LAOs needed to put every payload into the required number of fields."""
        return -(-len(self.payloads) * ROUNDS // self.fields)

    def payload(self, lao: int, field: int) -> str:
        """Return the text of a field."""
        return self.payloads[(field + lao * self.fields) % len(self.payloads)]

    def address(self, lao: int, field: int) -> str:
        """Return a web address with a payload in it."""
        return self.addresses[(field + lao * 7) % len(self.addresses)]

    def prose(self, lao: int) -> list[str]:
        """Return the paragraphs of a narrative; every payload is in one of them."""
        return list(self.payloads[lao :: self.laos])


def lao_code(lao: int) -> str:
    return str(5_999_000 + lao)


def marked(text: str, lao: int, field: int) -> str:
    """Return the text followed by words that identify it, as its start may matter."""
    return f"{text} ที่ {lao}-{field} จบ"


def is_address(text: str) -> bool:
    try:
        TypeAdapter(Address).validate_python(text)
    except ValidationError:
        return False
    return True


def narrative(paragraphs: list[str]) -> str:
    """Return paragraphs spread over all sections, so that one that hides the rest of its section hides little."""
    parts = []
    for place, section in enumerate(SECTION_IDS):
        held = "\n\n".join(paragraphs[place :: len(SECTION_IDS)])
        parts.append(f"## {section}\nที่มา: ก (สรุป)\n\nก\n\n{held}\n\n")
    text = "".join(parts)
    assert len(text.encode()) < MAX_BYTES
    return text


def make_laos(
    content: Path, spread: Spread, say: Callable[[str], str], say_address: Callable[[str], str]
) -> list[dict[str, str]]:
    """Write the LAOs of a spread; return the texts of each by field."""
    made = []
    for lao in range(spread.laos):
        filled = Filled(
            lambda _, field, lao=lao: marked(say(spread.payload(lao, field)), lao, field),  # type: ignore[misc]  # mypy does not infer a lambda with a default
            lambda _, field, lao=lao: say_address(spread.address(lao, field)),  # type: ignore[misc]  # mypy does not infer a lambda with a default
        )
        folder = content / "plans" / f"{lao_code(lao)}-tua-yang"
        (folder / CYCLE / "results").mkdir(parents=True)
        for name, text in filled.files().items():
            (folder / name).write_text(text.replace(CODE, lao_code(lao)), "utf-8")
        paragraphs = [say(text) for text in spread.prose(lao)]
        (folder / CYCLE / "narrative.md").write_text(narrative(paragraphs), "utf-8")
        made.append(filled.texts)
    return made


@dataclass(frozen=True)
class Built:
    """A site with the LAOs of a spread."""

    folder: Path
    content: SiteContent
    texts: list[dict[str, str]]

    def of(self, lao: int) -> Site:
        return Site(self.folder, self.content, self.texts[lao])


def build(folder: Path, write: Callable[[Path], list[dict[str, str]]], *, real_rules: bool = False) -> Built:
    folder.mkdir()
    content = make_site(folder)
    texts = write(content)
    settings = Settings(content=content, today=TODAY)
    with pytest.MonkeyPatch.context() as patch:
        if not real_rules:
            patch.setattr("generator.building.site.check_lao", check_everything)
        gathered = gather_pages(settings)
    out = folder / "site"
    build_site(folder / "mkdocs.yml", settings, out, gather=lambda _: gathered)
    write_full_text(settings, out)
    return Built(out, gathered, texts)


@pytest.fixture(scope="module")
def spread(accepted: tuple[str, ...]) -> Spread:
    counted = Filled(lambda _, field: str(field), lambda *_: "https://x.example/")
    counted.files()
    candidates = (f"https://x.example/{text}" for text in accepted)
    return Spread(accepted, tuple(filter(is_address, candidates)), len(counted.texts))


@pytest.fixture(scope="module")
def twins(spread: Spread, tmp_path_factory: pytest.TempPathFactory) -> tuple[Built, Built]:
    """The hostile site and its harmless twin."""
    folder = tmp_path_factory.mktemp("payloads")
    evil = build(folder / "evil", lambda content: make_laos(content, spread, str, str))
    good = build(folder / "good", lambda content: make_laos(content, spread, harmless, lambda _: "https://x.example/"))
    assert evil.content.findings == []
    assert [page.address for page in evil.content.pages] == [page.address for page in good.content.pages]
    return evil, good


@contextmanager
def shipped(site: Path) -> Iterator[str]:
    """Serve a site with the shipped headers; yield the URL."""
    if missing("nginx"):
        # The policy of the pages is tested without it; CI has it, for the headers.
        pytest.skip("needs nginx: apt-get install nginx-light")  # CI has it, and a skip there is a failure
    with nginx(site) as address:
        yield address


def watched_strictly(browser: Browser, origin: str) -> tuple[Page, list[str]]:
    tab, seen = watched(browser, origin)
    tab.add_init_script(REPORT_OFFENCES)
    return tab, seen


def compare(
    browser: Browser, evil: Path, good: Path, addresses: list[str]
) -> Iterator[tuple[str, dict[str, Any], dict[str, Any]]]:
    """Open pages of both twins; check that they have the same elements, and yield their contents."""
    with shipped(evil) as evil_site, served(good) as good_site:
        tab, seen = watched_strictly(browser, evil_site)
        other, _ = watched(browser, good_site)
        for address in addresses:
            answer = tab.goto(evil_site + address)
            assert answer and answer.headers["content-security-policy"] == HEADER_POLICY
            other.goto(good_site + address, wait_until="domcontentloaded")
            evil_page, good_page = tab.evaluate(STRUCTURE), other.evaluate(STRUCTURE)
            if address in LISTS:  # the order of LAOs and the lines of their names depend on the names
                for page in (evil_page, good_page):
                    page["counts"].pop("br ", None)
            check_structure(evil_page, good_page, address)
            tab.mouse.move(200, 200)
            assert seen == [], address
            yield address, evil_page, good_page
        tab.close()
        other.close()


def test_every_payload_stays_text_in_every_field(browser: Browser, twins: tuple[Built, Built], spread: Spread) -> None:
    evil, good = twins
    laos = {f"/lao/{lao_code(lao)}/": lao for lao in range(spread.laos)}
    shown: set[tuple[int, str]] = set()
    addresses = [page.address for page in evil.content.pages if page.address.startswith("/lao/")]
    for address, evil_page, good_page in compare(browser, evil.folder, good.folder, [*addresses, *LISTS]):
        if address in addresses:
            lao = laos[address[: len("/lao/0000000/")]]
            shown |= {(lao, name) for name in check_texts(evil_page, good_page, (evil.of(lao), good.of(lao)), address)}
        elif address.startswith("/province/"):
            assert all(bare(texts["Lao.name"]) in bare(evil_page["text"]) for texts in evil.texts)
    fields = tuple(evil.texts[0])
    assert {spread.payload(lao, fields.index(name)) for lao, name in shown} == set(spread.payloads)
    assert len(shown) > 0.9 * spread.laos * spread.fields


def test_findings_on_payloads_stay_text(browser: Browser, spread: Spread, tmp_path: Path) -> None:
    """The real rules: all their findings in payloads, and quotes."""
    turned = replace(spread, payloads=spread.payloads[::-1])
    site = build(tmp_path / "rules", lambda content: make_laos(content, turned, str, str), real_rules=True)
    assert sum(site.content.counts.values()) > len(spread.payloads)
    addresses = [page.address for page in site.content.pages if page.address.startswith("/lao/")]
    check_by_themselves(browser, site, [*addresses, *LISTS])


def check_by_themselves(browser: Browser, site: Built, addresses: list[str]) -> None:
    """Open pages without a twin, and check for content that none of our pages has."""
    with shipped(site.folder) as origin:
        tab, seen = watched_strictly(browser, origin)
        for address in addresses:
            tab.goto(origin + address)
            assert tab.evaluate(FOREIGN) == [], address
            assert seen == [], address
        tab.close()


def test_search_results_for_payloads_stay_text(browser: Browser, twins: tuple[Built, Built], spread: Spread) -> None:
    site, _ = twins
    with shipped(site.folder) as origin:
        tab, seen = watched_strictly(browser, origin)
        tab.goto(f"{origin}/search/?q={quote(spread.payloads[-1])}")
        box, status = tab.locator("[data-search-page] input"), tab.locator("[data-search-page] [role=status]")
        found = 0
        for text in spread.payloads[::SEARCHED]:
            box.fill(" ".join(text.split()))
            tab.wait_for_timeout(ANSWERED)
            expect(status).to_have_text(re.compile("."))
            assert tab.evaluate(FOREIGN) == [], text
            assert seen == [], text
            found += tab.locator("[data-search-page] .results a").count()
        assert found > 0
        tab.close()


# Prose.


def test_every_payload_alone_as_prose_is_sanitised(browser: Browser, texts: tuple[str, ...]) -> None:
    """Sanitised, on a page without a policy: each stays in its container and has only elements allowed in prose."""
    prose = [sanitise_markdown(text) for text in texts]
    tab, seen = watched(browser, "about:")
    tab.set_content("".join(f'<div class="narrative">{html}</div>' for html in prose))
    page = tab.evaluate(STRUCTURE)
    assert page["counts"] == {"html ": 1, "head ": 1, "body ": 1, "div class": len(texts)}
    assert tab.locator("body > .narrative").count() == len(texts)
    check_structure(page, page, "prose")
    assert seen == []
    tab.close()


# Refused by reading.


def test_what_reading_refuses_becomes_a_finding(browser: Browser, texts: tuple[str, ...], tmp_path: Path) -> None:
    """Every payload without quotation marks, with them, and where only fixed words are allowed: shown or refused."""

    def write(content: Path) -> list[dict[str, str]]:
        for number, text in enumerate(texts):
            quoted = yaml.dump(text, allow_unicode=True, default_style='"', width=10**9)
            for begin, lines in (
                (RAW, f"type: เทศบาลตำบล\nname: {text}"),
                (QUOTED, f"type: เทศบาลตำบล\nname: {quoted}"),
                (
                    MISPLACED,
                    f"type: {quoted}\nname: ก\nwebsite: {quoted}\ndepartments: [{{id: {quoted}}}]\n? {quoted}\n: ก",
                ),
            ):
                folder = content / "plans" / f"{begin + number}-tua-yang"
                folder.mkdir()
                written = f"code: {begin + number}\nprovince: มหาสารคาม\n{lines}\n"
                (folder / "lao.yml").write_bytes(written.encode())
        return []

    site = build(tmp_path / "refused", write)
    refused = {finding.location.file.split("/")[1][:7] for finding in site.content.findings}
    for number, text in enumerate(texts):
        assert (str(QUOTED + number) in refused) is bool(FORBIDDEN.search(text) or not normalise(text)), text
        assert str(MISPLACED + number) in refused, text
    unreadable = [page for page in site.content.pages if page.address[len("/lao/") :][:7] in refused]
    assert len(unreadable) == len(refused) > len(texts)
    engine = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    tab, seen = watched(browser, "about:")
    for start in range(0, len(unreadable), AT_ONCE):
        batch = [engine.render(as_markdown(page.parts)) for page in unreadable[start : start + AT_ONCE]]
        tab.set_content("".join(f"<main>{html}</main>" for html in batch))
        assert tab.evaluate(FOREIGN) == [], start
        assert tab.locator("body > main").count() == len(batch), start
        assert seen == [], start
    tab.close()
    check_by_themselves(browser, site, [*(page.address for page in unreadable[::20]), *LISTS])


# File names.


def file_names(texts: tuple[str, ...]) -> list[str]:
    """Return valid file names: a slash separates, and some lengths and characters are impossible."""
    pieces = dict.fromkeys(piece for text in texts for piece in text.split("/"))
    return [
        name for name in pieces if name not in NO_NAMES and "\0" not in name and len(name.encode()) <= LONGEST_FILE_NAME
    ]


def make_names(content: Path, names: list[str]) -> list[dict[str, str]]:
    """Create files, folders and symlinks of these names in every folder of an LAO, and folders beside those of LAOs."""
    files, links = make_lao(content, FILES), make_lao(content, LINKS)
    (files / CYCLE / "documents").mkdir()
    for name in names:
        (files / name).write_text("ก", "utf-8")
        (files / CYCLE / name).mkdir()
        (files / CYCLE / "results" / name).write_text("ก", "utf-8")
        (files / CYCLE / "documents" / name).write_text("ก", "utf-8")
        (links / name).symlink_to("lao.yml")
        (content / "plans" / name).mkdir()
    return []


def test_every_payload_stays_text_as_a_file_name(browser: Browser, texts: tuple[str, ...], tmp_path: Path) -> None:
    names = file_names(texts)
    evil = build(tmp_path / "evil", lambda content: make_names(content, names), real_rules=True)
    plain = [f"ก{number}{'' if fits_windows(name) else '?'}" for number, name in enumerate(names)]
    good = build(tmp_path / "good", lambda content: make_names(content, plain), real_rules=True)
    assert evil.content.counts == good.content.counts
    assert evil.content.counts[Severity.ERROR, "TREE-001"] > MOST_OF_A_KIND
    assert evil.content.counts[Severity.ERROR, "TREE-002"] > MOST_OF_A_KIND
    assert evil.content.counts[Severity.WARNING, "TREE-006"] > MOST_OF_A_KIND
    addresses = [page.address for page in evil.content.pages if page.address.startswith("/lao/")]
    shown = ""
    for _, evil_page, _ in compare(browser, evil.folder, good.folder, [*addresses, *LISTS]):
        shown += bare(evil_page["text"])
    listed = [name for name in names if bare(printable(name)) in shown]
    assert len(listed) >= MOST_OF_A_KIND, "of more names only their number is shown"
