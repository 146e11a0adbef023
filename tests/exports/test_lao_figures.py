"""Files for `/compare/`: figures of an LAO, distributions of a province; text stays text, drafts are left out."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

from generator.exports.lao_figures import amount, figures_files
from generator.exports.spread_files import spread_files
from generator.facts.summary import summarise_lao
from generator.findings import Finding, Location, Severity
from tests.views.one_plan import project
from tests.views.some_laos import TODAY, plan_folder, read_lao, summary

HOSTILE = "</script><img src=x onerror=alert(1)>\ud800"


def figures(*plans: Any, found: tuple[Finding, ...] = (), **lao: Any) -> dict[str, Any]:
    read = read_lao(*plans, **lao)
    ((path, content),) = figures_files(summarise_lao(read, TODAY), read.lao_folder, found).items()
    assert path == "lao/5440599/figures.json"
    found: dict[str, Any] = json.loads(content)
    return found


def test_the_file_has_the_figures_of_the_plan() -> None:
    plan = figures(plan_folder(projects=[project(), project(id="p2", budget="๕๐๐.๕๐")]))["plan"]
    assert (plan["cycle"], plan["projects"], plan["total_baht"], plan["basis"]) == (
        "2567-2569",
        2,
        "10500.50",
        "per_year",
    )
    assert plan["comparable"] == {"projects": "2", "positions": "1", "per_year": "10500.50"}
    assert plan["not_comparable"]["per_year_head"] == "no_people"
    assert plan["strategies"] == [{"number": "๑", "name": "พัฒนาความรู้", "projects": 2, "total_baht": "10500.50"}]


def test_a_draft_has_no_figures_and_is_counted() -> None:
    lao = figures(plan_folder(state="draft"))
    assert (lao["plan"], lao["drafts"]) == (None, 1)


def test_an_unreadable_lao_has_a_file_too() -> None:
    assert figures(readable=False)["plan"] is None


def test_any_text_round_trips() -> None:
    lao = figures(plan_folder(strategies=[{"id": "s1", "name": HOSTILE}]), name=HOSTILE)
    assert lao["name"].endswith(HOSTILE.replace("\ud800", "?"))
    assert lao["plan"]["strategies"][0]["name"] == HOSTILE.replace("\ud800", "?")


def test_with_personal_data_the_file_has_figures_only() -> None:
    place = Location("plans/5440599-example/2567-2569/plan.yml")
    finding = Finding("PDPA-001", Severity.ERROR, "ก", place, "ข")
    methods = {"methods": [{"number": "1", "name": "โทร 081-234-5678"}]}
    lao = figures(plan_folder(idp=methods, strategies=[{"id": "s1", "name": "นายใจดี"}]), found=(finding,), name="มีสุข")
    assert lao["plan"]["projects"] == 1
    text = json.dumps(lao, ensure_ascii=False)
    assert not any(one in text for one in ("081", "ใจดี", "มีสุข"))


def test_amounts_are_exact_and_averages_rounded_to_the_satang() -> None:
    assert [amount(one) for one in (None, Decimal("1E+3"), Decimal("0.5"), Decimal(1) / 3)] == [
        None,
        "1000",
        "0.50",
        "0.33",
    ]


def test_a_province_has_distributions_per_type() -> None:
    laos = [summary(plan_folder(), code=f"644050{number}") for number in range(5)]
    ((path, content),) = spread_files(laos).items()
    assert path == "province/maha-sarakham/spreads.json"
    record = json.loads(content)
    assert record["types"]["อบต."]["measures"]["per_year"] == {
        "counted": 5,
        "quartiles": ["10000", "10000", "10000"],
        "left_out": {},
    }


def test_the_order_of_laos_changes_nothing() -> None:
    laos = [summary(plan_folder(), code=f"644050{number}", type=kind) for number, kind in enumerate(("อบต.", "ทต."))]
    assert spread_files(laos) == spread_files(laos[::-1])
