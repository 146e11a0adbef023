"""Published addresses never change; links between pages are relative."""

from __future__ import annotations

import ast
import posixpath
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import addresses
from generator.pages import page_kinds
from generator.thai.dates import Cycle, FiscalYear

CYCLE = Cycle.parse("2567-2569")


def test_published_addresses_never_move() -> None:
    assert addresses.HOME == "/"
    assert addresses.FRAMEWORKS == "/frameworks/"
    assert addresses.ABOUT == "/about/"
    assert addresses.QUALITY == "/quality/"
    assert addresses.VERIFY == "/verify/"
    assert addresses.FORM == "/form/"
    assert addresses.form_of("5440502", CYCLE, "answer") == "/form/?plan=5440502/2567-2569&form=answer"
    assert addresses.MANIFEST == "/manifest.json"
    assert addresses.lao_manifest("5440502") == "/lao/5440502/manifest.json"
    assert addresses.quality_rule("MONEY-001") == "/quality/money-001/"
    assert addresses.findings_anchor("MONEY-001") == "q-money-001"
    assert addresses.lao("5440502") == "/lao/5440502/"
    assert addresses.province("maha-sarakham") == "/province/maha-sarakham/"
    assert addresses.plan("5440502", CYCLE) == "/lao/5440502/2567-2569/"
    assert addresses.plan_part("5440502", CYCLE, "strategy") == "/lao/5440502/2567-2569/strategy/"
    assert addresses.plan_year("5440502", CYCLE, FiscalYear(2568)) == "/lao/5440502/2567-2569/year/2568/"
    assert addresses.plan_history("5440502", CYCLE) == "/lao/5440502/2567-2569/history/"
    assert addresses.plan_revision("5440502", CYCLE, 3) == "/lao/5440502/2567-2569/history/3/"
    assert addresses.revisions_file("5440502", "2567-2569") == "lao/5440502/2567-2569/history/revisions.json"
    assert addresses.lao_feed("5440502") == "/lao/5440502/feed.xml"
    assert (addresses.CHANGES, addresses.CHANGES_FEED) == ("/changes/", "/changes/feed.xml")
    assert addresses.project("5440502", CYCLE, "s1t1-1") == "/lao/5440502/2567-2569/projects/#p-s1t1-1"
    assert addresses.framework("master-plan-2567-2569") == "/frameworks/master-plan-2567-2569/"
    assert addresses.framework_entry("m", "methods", "method-1") == "/frameworks/m/methods/#e-method-1"


def test_slugs_of_plan_parts_never_change() -> None:
    slugs = [kind.slug for kind in page_kinds.PLAN_PARTS]
    known = ["strategy", "projects", "idp", "monitoring", "document", "evidence", "history"]
    assert slugs == known, "a new kind of page: add its slug here, in order of the navigation; remove none"


def test_every_slug_of_a_plan_part_is_a_page() -> None:
    slugs = {kind.slug for kind in page_kinds.PLAN_PARTS}
    called = [
        (module.name, call.args[2].value)
        for module in Path(addresses.__file__).parent.rglob("*.py")
        for call in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(call, ast.Call) and ast.unparse(call.func).rpartition(".")[2] == "plan_part"
        if isinstance(call.args[2], ast.Constant)
    ]
    assert len(called) > 10
    assert not [(module, name) for module, name in called if name not in slugs]


@pytest.mark.parametrize(
    ("address", "base", "link"),
    [
        ("/", "/", "./"),
        ("/lao/1/", "/", "lao/1/"),
        ("/", "/lao/1/", "../../"),
        ("/lao/1/a/", "/lao/1/b/", "../a/"),
        ("/lao/1/", "/lao/1/b/", "../"),
        ("/lao/1/b/#x", "/lao/1/b/", "#x"),
        ("/lao/1/#x", "/lao/1/b/", "../#x"),
        ("/assets/a.svg", "/lao/1/", "../../assets/a.svg"),
    ],
)
def test_links_are_relative(address: str, base: str, link: str) -> None:
    assert addresses.relative(address, base) == link


steps = st.lists(st.sampled_from("abc"), max_size=4).map(lambda names: "/" + "".join(f"{name}/" for name in names))


@given(address=steps, base=steps)
def test_a_relative_link_has_the_target_of_its_address(address: str, base: str) -> None:
    reached = posixpath.normpath(posixpath.join(base, addresses.relative(address, base)))
    assert reached.rstrip("/") == address.rstrip("/")
