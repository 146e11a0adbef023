"""Published codes and addresses stay: compares the committed lists with the program and a site that it builds.

`docs/published/` is the memory: deleting a rule with its case, or a page with its view, fails here.
"""

from __future__ import annotations

import datetime
import re
import shutil
from pathlib import Path

import pytest

from generator import addresses as all_addresses
from generator.building.site import gather_pages
from generator.checks.explained import all_rules
from generator.checks.retired import RETIRED
from generator.cli.finding_explained import codes_of_commands
from generator.settings import Settings
from generator.thai.dates import Cycle, FiscalYear
from tests.checks.case import BLAMELESS, FOLDER, ROOT
from tests.history.repositories import git
from tests.shown import html_of

LISTS = ROOT / "docs" / "published"
VERSION = r"[0-9]+\.[0-9]+\.[0-9]+"
CODE_LINE = re.compile(
    rf"(?P<code>[A-Z]+-[0-9]{{3}}) since {VERSION}"
    rf"(?:, changed {VERSION} \([^()]+\))*(?:, retired (?P<retired>{VERSION}))?"
)
ADDRESS_LINE = re.compile(rf"(?P<address>/\S*) since {VERSION}")
PLACES = {
    "<code>": "[2-9][0-9]{6}",
    "<cycle>": "[0-9]{4}-[0-9]{4}",
    "<year>": "[0-9]{4}",
    "<rule>": "[a-z]+-[0-9]{3}",
    "<id>": "[a-z0-9-]+",
    "<slug>": "[a-z-]+",
    "<document>": "[a-z0-9-]+",
    "<group>": "[a-z0-9-]+",
    "<kind>": "pdf|png|jpg",
    "<number>": "[1-9][0-9]*",
}
"""Placeholders in addresses."""


def version_now() -> str:
    match = re.search(rf'^version = "({VERSION})"', (ROOT / "pyproject.toml").read_text("utf-8"), re.MULTILINE)
    assert match
    return match[1]


def lines_of(name: str) -> list[str]:
    text = (LISTS / name).read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def listed_codes() -> dict[str, str | None]:
    """Return every listed code with the version that retired it."""
    matches = [CODE_LINE.fullmatch(line) for line in lines_of("codes.txt")]
    assert all(matches), [line for line in lines_of("codes.txt") if not CODE_LINE.fullmatch(line)]
    return {match["code"]: match["retired"] for match in matches if match}


def known_codes() -> set[str]:
    """Return every code that a finding can have."""
    return all_rules().keys() | codes_of_commands().keys()


def pattern_of(address: str) -> re.Pattern[str]:
    return re.compile("".join(PLACES.get(part, re.escape(part)) for part in re.split("(<[a-z]+>)", address)))


@pytest.mark.parametrize("name", ["codes.txt", "addresses.txt"])
def test_a_list_is_sorted_without_repetitions(name: str) -> None:
    first = [line.split()[0] for line in lines_of(name)]
    assert first == sorted(set(first))


def test_no_code_vanishes() -> None:
    gone = sorted(code for code, retired in listed_codes().items() if not retired and code not in known_codes())
    assert not gone, (
        "codes are permanent. Retire these: add each to _ALL in generator/checks/retired.py "
        f"and end its line in docs/published/codes.txt with: , retired {version_now()}\n" + "\n".join(gone)
    )


def test_every_code_is_listed() -> None:
    new = sorted((known_codes() | RETIRED.keys()) - listed_codes().keys())
    lines = "\n".join(f"{code} since {version_now()}" for code in new)
    assert not new, f"add to docs/published/codes.txt, in order:\n{lines}"


def test_retired_codes_equal_those_with_a_page() -> None:
    listed = {code: retired for code, retired in listed_codes().items() if retired}
    assert listed == {code: one.retired for code, one in RETIRED.items()}


@pytest.fixture(scope="module")
def addresses(tmp_path_factory: pytest.TempPathFactory) -> frozenset[str]:
    """Return the addresses of a site with a page of every kind, including anchors."""
    content = tmp_path_factory.mktemp("published") / "content"
    shutil.copytree(ROOT / "content", content)
    shutil.copytree(BLAMELESS, content / "plans" / FOLDER)
    git(content, "init", "--quiet")
    git(content, "add", "plans")
    git(content, "-c", "user.name=x", "-c", "user.email=x@example.invalid", "commit", "--quiet", "-m", "แผน")
    site = gather_pages(Settings(content=content, today=datetime.date(2026, 11, 21)))
    found = {"/" + _address(file.relative_to(content / "pages")) for file in (content / "pages").rglob("*.md")}
    for page in site.pages:
        html = html_of(page)
        found |= {f"{page.address}#{name}" for name in re.findall(r'\bid="([^"]+)"', html)}
        found.add(page.address)
    found |= {f"/{path}" for path in site.files if path.startswith("lao/")}
    found |= {f"{address}data/{name}" for address in list(found) for name in of_plan(address)}
    # Addresses that a site of so few LAOs does not have.
    found.add(all_addresses.evidence_province(FiscalYear(2568), "mahasarakham"))
    found.add(all_addresses.plan_document("5440502", Cycle.parse("2567-2569"), "signed.pdf"))
    # A plain CSV file is published only while it is small; the compressed one is permanent.
    found |= {f"/{path}" for path in site.files if path.startswith("data/") and not path.endswith(".csv")}
    return frozenset(found)


def of_plan(address: str) -> list[str]:
    """Return the PDFs of a plan, which only `phaen build` makes, for the address of its overview."""
    match = re.fullmatch("/lao/[0-9]{7}/([0-9]{4})-[0-9]{4}/", address)
    return ["plan.pdf", f"plan-{match[1]}.pdf"] if match else []


def _address(file: Path) -> str:
    folder = file.parent if file.stem == "index" else file.with_suffix("")
    return f"{folder.as_posix()}/"


def test_no_address_vanishes(addresses: frozenset[str]) -> None:
    listed = [match["address"] for line in lines_of("addresses.txt") if (match := ADDRESS_LINE.fullmatch(line))]
    assert len(listed) == len(lines_of("addresses.txt"))
    gone = [address for address in listed if not any(map(pattern_of(address).fullmatch, addresses))]
    assert not gone, "addresses are permanent, and the site no longer has:\n" + "\n".join(gone)


def test_every_address_of_a_page_is_listed(addresses: frozenset[str]) -> None:
    patterns = [pattern_of(line.split()[0]) for line in lines_of("addresses.txt")]
    pages = sorted(address for address in addresses if "#" not in address)
    new = [address for address in pages if not any(pattern.fullmatch(address) for pattern in patterns)]
    lines = "\n".join(f"{address} since {version_now()}" for address in new)
    assert not new, f"add to docs/published/addresses.txt, in order, as patterns ({', '.join(PLACES)}):\n{lines}"
