"""The Content-Security-Policy: the same in every page and in the shipped headers, and no page of ours violates it."""

from __future__ import annotations

import re
import urllib.error
import urllib.request
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from generator.frame.policy import HEADER_POLICY, META_POLICY, with_wasm
from tests.site.browser import KINDS, SOME_KINDS, settle
from tests.site.servers import DEPLOY, caddy, missing, nginx
from tests.soak_marks import some_in_soak

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module", params=[nginx, caddy], ids=["nginx", "caddy"])
def address(request: pytest.FixtureRequest, published_site: Path) -> Iterator[str]:
    if missing(request.param.__name__):
        pytest.skip(
            f"needs {request.param.__name__}: apt-get install nginx-light caddy"
        )  # CI has it, and a skip there is a failure
    with request.param(published_site) as address:
        yield address


def test_the_policy_allows_nothing_unsafe() -> None:
    assert META_POLICY.startswith("default-src 'none'")
    assert "unsafe" not in META_POLICY.replace("'wasm-unsafe-eval'", "")
    assert not re.search(r"https?:|\*", META_POLICY)


@pytest.mark.parametrize("name", ["nginx-headers.conf", "caddy-headers.caddy"])
def test_the_shipped_headers_contain_the_policy(name: str) -> None:
    assert f'Content-Security-Policy "{HEADER_POLICY}"' in (DEPLOY / name).read_text("utf-8")


@pytest.mark.parametrize("name", ["nginx-import-headers.conf", "caddy-import-headers.caddy"])
def test_the_shipped_headers_of_import_differ_only_by_webassembly(name: str) -> None:
    assert f'Content-Security-Policy "{with_wasm(HEADER_POLICY)}"' in (DEPLOY / name).read_text("utf-8")
    if name.startswith("nginx"):
        others = [one for one in (DEPLOY / name).read_text("utf-8").splitlines() if one.startswith("add_header")]
        usual = (DEPLOY / "nginx-headers.conf").read_text("utf-8").splitlines()
        assert others[1:] == [one for one in usual if one.startswith("add_header")][1:]


def test_only_import_may_run_webassembly(address: str) -> None:
    with urllib.request.urlopen(f"{address}/import/") as answer:  # noqa: S310  # our own address
        assert answer.headers.get_all("Content-Security-Policy") == [with_wasm(HEADER_POLICY)]
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_every_page_carries_the_policy_before_anything_it_loads(published_site: Path) -> None:
    pages = sorted(published_site.rglob("*.html"))
    assert len(pages) > 40
    for page in pages:
        html = page.read_text("utf-8")
        place = html.index(f'<meta http-equiv="Content-Security-Policy" content="{META_POLICY}">')
        assert place < min(html.index(tag) for tag in ("<link", "<script") if tag in html), page


@pytest.mark.parametrize(
    ("address", "kind"),
    some_in_soak(
        product((nginx, caddy), KINDS), [*product((nginx,), KINDS), *product((caddy,), (*SOME_KINDS, "import"))]
    ),
    indirect=["address"],
)
def test_no_page_violates_the_policy(kind: str, address: str, browser: Browser) -> None:
    page = browser.new_page()
    said: list[str] = []
    requests: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: requests.append(request.url))
    page.add_init_script(
        "addEventListener('securitypolicyviolation', e => console.error(`${e.violatedDirective} ${e.blockedURI}`))"
    )
    answer = page.goto(address + KINDS[kind])
    assert answer and answer.ok
    settle(page, kind)
    headers: dict[str, Any] = answer.all_headers()
    assert headers["content-security-policy"] == (with_wasm(HEADER_POLICY) if kind == "import" else HEADER_POLICY)
    assert headers["x-content-type-options"] == "nosniff"
    assert said == []
    assert [url for url in requests if not url.startswith(address)] == []
    page.close()


def test_hashed_files_are_cached_as_immutable_and_pages_are_not(address: str, published_site: Path) -> None:
    style = next((published_site / "assets/css").glob("site.*.css")).relative_to(published_site).as_posix()
    with urllib.request.urlopen(f"{address}/{style}") as answer:  # noqa: S310  # our own address
        assert "immutable" in answer.headers["Cache-Control"]
        assert answer.headers["Content-Security-Policy"] == HEADER_POLICY
    with urllib.request.urlopen(f"{address}/about/") as answer:  # noqa: S310  # our own address
        assert "immutable" not in (answer.headers["Cache-Control"] or "")


def test_an_unknown_address_is_answered_with_our_page(address: str) -> None:
    with pytest.raises(urllib.error.HTTPError) as error:
        urllib.request.urlopen(f"{address}/lao/9999999/")  # noqa: S310  # our own address
    assert error.value.code == 404
    assert "ไม่พบหน้านี้" in error.value.read().decode()
    assert error.value.headers["Content-Security-Policy"] == HEADER_POLICY
