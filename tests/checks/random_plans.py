"""Random plans: hypothesis strategies for the files of one LAO, readable and with many traps."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from generator.checks.all_rules import RULES
from tests.checks.case import CODE, FOLDER, PLAN

DIGITS = ("9", "๙")
TRAPS = [
    "", " ", "  ", "-", ".", "...", "……", "ๆ", "ฯ", "ฯลฯ", "ก", "ำ", "่", "เ", "เเ", "\u0e4d\u0e32", "\u200b", "\u00a0",
    "นายสมมติ ตัวอย่าง", "นางสาว", "น.ส. ", "โทร. ๐๘๑-๐๐๐-๐๐๐๐", "0 0000 00000 00 0", "๑๒๓๔๕๖๗๘๙๐๑๒๑", "a@b.c", "@",
    "ปีงบประมาณ ๒๕๖๗-๒๕๖๙", "พ.ศ. 2570 - 2573", "๒๕๖๖", "2566", "๐", "25๖๖", "๒๕๘o", "ครั้งที่.../๒๕..", "๙/๒๕๖๖",
    "31 กุมภาพันธ์ 2566", "วันที่ ๐ เดือน ๑๓ พ.ศ. ๙๙๙๙", "๓๐ กันยายน ๒๕๖๖", "30/2/66", "99999-99-99",
    "เทศบาลตำบล", "องค์การบริหารส่วนตำบล", "อบต.", "อบจ.", "มหาวิทยาลัย", "นักศึกษา", "นายกเทศมนตรี", "ประธานกรรมการ",
    "ร้อยละ ๘๐", "ร้อยละ ๙๙๙", "จำนวน ๓๐ คน", "๑๐,๐๐๐ บาท", "1,0000", "๑.", "(๑", "๑)", "((", "))", "“", "”", "<p>",
    "เพ่ือ", "&nbsp;", "ต าบล", "กํา", "การการ", "ไม่ใช้งบประมาณ", "ตามที่จ่ายจริง", "สมรรถนะหลัก", "สำนักปลัด", "กองคลัง",
    "LPA ด้านที่ ๕", "%s %d {0} {name}", "\\1 \\g<0>", "(?P<", "[a-", "\ud7ff\ue000\ufffd\U0010ffff", "🙂", "e\u0301",
    "ﷺ", "İ", "ß",
    *(digit * count for digit in DIGITS for count in (20, 400, 5_000)),
    *(example for rule in RULES.values() for example in (rule.fires, rule.silent) if example),
]  # fmt: skip
"""What rules search for, and what has crashed programs."""

# A readable file cannot contain control characters or lone surrogates.
_LETTERS = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029\ufeff\ufffe\uffff")
TEXTS = st.one_of(
    st.text(_LETTERS, max_size=30),
    st.text("กขคงนมยรลวสหอเแโใไำาะ่้๊๋์ิีึืุู็ํๅๆฯ๐๑๒๕๖๗0123456789.,-()/: “”o%", max_size=60),
    st.sampled_from(TRAPS),
    st.lists(st.sampled_from(TRAPS), min_size=2, max_size=4).map(" ".join),
)
_NUMBERS = st.one_of(st.sampled_from(["๑", "1", "๒", "๑.๑", "1)", "", "๙๙๙๙"]), TEXTS)
_AMOUNTS = st.one_of(
    st.integers(0, 10**15 - 1).map(str), st.integers(0, 10**12).map("{:,}".format), st.sampled_from(["๐", "๑๐,๐๐๐.๕๐"])
)
_CELLS = st.one_of(_AMOUNTS, st.just(""))
_YEARS = st.sampled_from(["2567", "๒๕๖๘", "2569", "2500", "2700", "๒๕๗๐"])
_DATES = st.tuples(st.integers(1, 28), st.integers(1, 12), st.integers(2400, 2700)).map("{0[0]}/{0[1]}/{0[2]}".format)
_BUDGETS = st.one_of(
    _AMOUNTS,
    st.sampled_from(["ไม่ใช้งบประมาณ", "ตามที่จ่ายจริง", None]),
    st.dictionaries(_YEARS, _AMOUNTS, min_size=1, max_size=3),
)
_BASES = st.sampled_from(["per_year", "whole_cycle", "not_stated"])
_DEPARTMENTS = ["clerk-office", "finance", "all"]
_FRAMEWORK_IDS = ["core-1", "line-1", "line-2", "method-training", "executive-1", "curriculum-1"]
_TACTICS = {"s1t1": "s1", "s1t2": "s1", "s2t1": "s2"}

Fields = dict[str, st.SearchStrategy[Any]]


def texts(*names: str) -> Fields:
    """Return a text for each of these keys."""
    return dict.fromkeys(names, TEXTS)


def record(required: Fields, **optional: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Return a mapping with all of the first keys and some of the others."""
    return st.fixed_dictionaries(required, optional=optional)


def some(one: st.SearchStrategy[Any], most: int = 3) -> st.SearchStrategy[list[Any]]:
    """Return a list of zero to a few items."""
    return st.lists(one, max_size=most)


def numbered(prefix: str, of: st.SearchStrategy[list[dict[str, Any]]]) -> st.SearchStrategy[list[dict[str, Any]]]:
    """Return a list of mappings with unique ids."""
    return of.map(lambda rows: [{"id": f"{prefix}{number}", **row} for number, row in enumerate(rows, start=1)])


def among(ids: list[str]) -> st.SearchStrategy[list[str]]:
    """Return some of the ids, each once."""
    return st.lists(st.sampled_from(ids), unique=True, max_size=3)


WORDINGS = some(record(texts("section", "text")), 2)
CHOICES = some(
    record(
        texts("name"),
        ref=st.sampled_from(_FRAMEWORK_IDS),
        kind=st.sampled_from(["core", "executive", "line"]),
        number=_NUMBERS,
        section=TEXTS,
    )
)
SOURCES = some(
    record(
        {"extent": st.sampled_from(["full", "partial"]), "entered_by": st.sampled_from(["lao", "third_party"])},
        sections=some(TEXTS),
        **texts("document", "note"),
    ),
    2,
)
LAO = record(
    {
        "code": st.just(CODE),
        "type": st.sampled_from(["อบจ.", "เทศบาลนคร", "เทศบาลเมือง", "เทศบาลตำบล", "อบต.", "เมืองพัทยา"]),
        "name": TEXTS.map(lambda text: text[:200]),
        "province": TEXTS.map(lambda text: text[:200]),
        "departments": st.tuples(TEXTS, TEXTS, some(TEXTS)).map(
            lambda drawn: [
                {"id": "clerk-office", "name": drawn[0], "aliases": drawn[2]},
                {"id": "finance", "name": drawn[1]},
                {"id": "all", "name": "ทุกส่วนราชการ", "covers_all": "yes"},
            ]
        ),
    },
    district=TEXTS.map(lambda text: text[:200]),
    name_variants=some(record(texts("text"), count=st.integers(0, 10**14).map(str), **texts("section", "note"))),
    ita_path=some(TEXTS),
    contact=record({}, **texts("unit", "phone", "email", "address")),
    staff_counts=some(
        record({"fiscal_year": _YEARS, "people": st.integers(0, 10**14).map(str), **texts("position_type", "source")})
    ),
)


@st.composite
def strategies(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Return the two strategies and their tactics, with any texts."""
    made = []
    for identifier in ("s1", "s2"):
        one = draw(record(texts("name"), number=_NUMBERS, wordings=WORDINGS))
        tactics = [
            {"id": tactic, **draw(record(texts("name"), number=_NUMBERS, wordings=WORDINGS))}
            for tactic, of in _TACTICS.items()
            if of == identifier
        ]
        made.append({"id": identifier, **one, "tactics": tactics})
    return made


@st.composite
def matrices(draw: st.DrawFn) -> dict[str, Any]:
    """Return a budget matrix, or a similar table, with one cell per column in each row."""
    columns = draw(among(_DEPARTMENTS))
    cells = st.lists(_CELLS, min_size=len(columns), max_size=len(columns))
    rows = some(record({"strategy": st.sampled_from(["s1", "s2"]), "amounts": cells}, stated_total=_CELLS))
    return draw(
        record(
            {
                "section": TEXTS,
                "columns": st.just([{"department": column} for column in columns]),
                "rows": rows,
            },
            basis=_BASES,
            title=TEXTS,
            stated_column_totals=cells,
            stated_grand_total=_CELLS,
        )
    )


PLANS = record(
    {
        "cycle": st.just(PLAN),
        "state": st.sampled_from(["draft", "submitted", "returned", "approved", "announced"]),
        "strategies": strategies(),
    },
    title=TEXTS,
    continues=st.sampled_from(["2564-2566", "2567-2569", "2570-2573", "2690-2699"]),
    submitted=_DATES,
    returned=_DATES,
    sources=SOURCES,
    approval=record(texts("committee"), meeting=TEXTS, date=_DATES),
    announcement=record(
        {},
        date=_DATES,
        effective_date=_DATES,
        cited_laws=some(TEXTS),
        signatory=record(texts("position"), name=TEXTS),
        title=TEXTS,
    ),
    appointment_order=record(texts("number"), date=_DATES, title=TEXTS),
    drafting_stamps=some(record(texts("label"), printed=TEXTS, date=_DATES)),
    cover=record({}, **texts("unit", "office", "phone"), printed_names=some(TEXTS)),
    rationale=some(TEXTS),
    objectives=some(TEXTS),
    targets=some(TEXTS),
    topics=some(
        record(
            {
                "topic": st.sampled_from(["rationale", "targets", "curricula", "methods", "budget", "monitoring"]),
                "section": TEXTS,
            },
            coverage=st.sampled_from(["full", "partial"]),
            note=TEXTS,
        )
    ),
    local_strategies=numbered("local-", some(record(texts("name"), number=_NUMBERS, wordings=WORDINGS))),
    values=numbered("value-", some(record(texts("name"), number=_NUMBERS))),
    budget_basis=_BASES,
    budget_matrix=matrices(),
    curricula=CHOICES,
    methods=CHOICES,
    target_groups=CHOICES,
    competencies=CHOICES,
    idp_roles=record({"section": TEXTS, "roles": some(record(texts("role"), number=_NUMBERS, duties=some(TEXTS)))}),
    survey=record(
        {
            "section": TEXTS,
            "columns": some(TEXTS),
            "rows": some(record({"printed": TEXTS, "cells": some(TEXTS)}, department=st.sampled_from(_DEPARTMENTS))),
        }
    ),
    request_steps=record({"section": TEXTS, "steps": some(record({"number": _NUMBERS, "text": TEXTS}))}),
    committee=record(
        {"section": TEXTS, "members": some(record(texts("position", "role"), number=_NUMBERS))},
        title=TEXTS,
        years_printed=TEXTS,
        duties=some(record(texts("text"), number=_NUMBERS)),
    ),
    evaluation_forms=some(
        record(
            texts("name"),
            number=_NUMBERS,
            summary=TEXTS,
            groups=some(record(texts("name"), number=_NUMBERS, competencies=some(record(texts("name"))))),
        )
    ),
    monitoring=record(texts("section"), summary=TEXTS, cited_law=record(texts("title"), **texts("number", "date"))),
    other_tables=some(
        record(
            {"rows": some(st.fixed_dictionaries({"cells": some(TEXTS)}))}, columns=some(TEXTS), **texts("title", "note")
        )
    ),
    quotations=some(record(texts("section", "text"), note=TEXTS)),
    amendments=some(
        record(
            {"number": _NUMBERS, "reason": TEXTS},
            committee=TEXTS,
            meeting=TEXTS,
            resolution_date=_DATES,
            announcement_date=_DATES,
            effective_date=_DATES,
            ids=among(["p-1", "s1", "p-99"]),
        )
    ),
    corrections=some(
        record(
            {
                "date": _DATES,
                "kind": st.sampled_from(["transcription", "clerical"]),
                "ids": among(["p-1", "s1"]),
                "reason": TEXTS,
            },
            **texts("before", "after", "source_page"),
        )
    ),
    acknowledged=some(
        record({"code": st.sampled_from([*RULES, "X"]), "reason": TEXTS}, ids=among(["p-1", "s1"]), date=_DATES)
    ),
    documents=numbered("d-", some(record(texts("kind", "title"), date=_DATES, file=TEXTS))),
)

PROJECTS = record(
    {
        "projects": numbered(
            "p-",
            some(
                st.sampled_from(sorted(_TACTICS)).flatmap(
                    lambda tactic: record(
                        {"strategy": st.just(_TACTICS[tactic]), "tactic": st.just(tactic), "name": TEXTS},
                        number=_NUMBERS,
                        **texts("objective", "indicator", "place", "expected_result"),
                        targets=record({}, **texts("quantity", "quality", "benefit")),
                        budget=_BUDGETS,
                        periods=st.dictionaries(_YEARS, st.sampled_from(["ไตรมาสที่ ๑-๔", "1", "๓,๔"]), max_size=4),
                        responsible=record({"departments": among(_DEPARTMENTS)}, printed=TEXTS),
                        competencies=among(_FRAMEWORK_IDS),
                        evidence=some(record(texts("scheme"), **texts("item", "printed"))),
                        note=TEXTS,
                    )
                ),
                8,
            ),
        )
    },
    **texts("section", "title"),
)

IDPS = record(
    {
        "methods": st.just([{"number": number, "name": "วิธี"} for number in ("๑", "๒", "๓")]),
        "rows": numbered(
            "idp-",
            some(
                record(
                    texts("position"),
                    department=st.sampled_from(_DEPARTMENTS),
                    staff_category=TEXTS,
                    skills=some(
                        record(
                            {"competencies": among(["core", "line", "executive", "line-1"])},
                            text=TEXTS,
                            number=_NUMBERS,
                        )
                    ),
                    goals=some(record(texts("text"), number=_NUMBERS)),
                    methods=some(st.sampled_from(["๑", "2", "๓", "การสอนงาน"])),
                    years=some(_YEARS, 5),
                    note=TEXTS,
                ),
                6,
            ),
        ),
    },
    years=some(_YEARS, 5),
    **texts("section", "title"),
)

RESULTS = record(
    {"fiscal_year": st.just("2567"), "round": st.sampled_from(["6", "12"]), "as_of": _DATES},
    projects=some(
        record(
            {
                "project": st.just("p-1"),
                "status": st.sampled_from(["not_started", "in_progress", "done", "cancelled"]),
            },
            spent=_AMOUNTS,
            people=st.integers(0, 10**14).map(str),
            **texts("indicator_result", "problems", "suggestions"),
        ),
        1,
    ),
    staff=some(
        record(
            {
                "position_type": TEXTS,
                "total": st.integers(0, 10**14).map(str),
                "trained": st.integers(0, 10**14).map(str),
            }
        )
    ),
)

NARRATIVES = TEXTS.map(lambda text: f"## idp\n\n{text}\n\n## other\n\n{text}\n")


@st.composite
def lao_files(draw: st.DrawFn) -> dict[str, str]:
    """Return the files of one LAO by name, most of them readable."""
    files = {"lao.yml": draw(LAO), f"{PLAN}/plan.yml": draw(PLANS)}
    parts: list[tuple[str, st.SearchStrategy[Any]]] = [(f"{PLAN}/projects.yml", PROJECTS), (f"{PLAN}/idp.yml", IDPS)]
    for name, part in parts:
        if draw(st.integers(0, 4)):  # four in five plans have it
            files[name] = draw(part)
    if files.get(f"{PLAN}/projects.yml", {}).get("projects") and draw(st.booleans()):
        files[f"{PLAN}/results/2567.yml"] = draw(RESULTS)
    written = {name: as_yaml(data) for name, data in files.items()}
    if draw(st.booleans()):
        written[f"{PLAN}/narrative.md"] = draw(NARRATIVES)
    return written


def as_yaml(data: Any) -> str:
    """Return data as YAML: JSON with every text quoted is valid YAML and fast to write."""
    return json.dumps(data, ensure_ascii=False, indent=1)


def write_files(content: Path, files: dict[str, str], change: Callable[[str], str] = str) -> Path:
    """Write the files of an LAO in `content`; return its folder."""
    folder = content / "plans" / FOLDER
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(change(text), "utf-8")
    return folder
