"""The document page: what was received and printed, and who wrote which words."""

from __future__ import annotations

from typing import Any

from generator.model.plan import NarrativeSection
from generator.reading.narrative import SECTION_IDS
from generator.views.document import LEADING_PARTS, OTHER_PARTS, document_view
from tests.views.one_plan import PARTIAL, one_plan

SURVEY: dict[str, Any] = {"section": "๓.๑๓", "columns": ["บริหาร", "คอมพิวเตอร์"]}


def test_every_narrative_id_has_its_place() -> None:
    assert sorted(LEADING_PARTS + OTHER_PARTS) == sorted(SECTION_IDS)


def test_the_leading_parts_are_shown_even_if_empty() -> None:
    view = document_view(one_plan())
    assert [(part.id, part.points, part.text, part.topic) for part in view.leading] == [
        (part, (), None, None) for part in LEADING_PARTS
    ]
    assert view.narrative == ()


def test_points_prose_and_topic_of_a_part_are_combined() -> None:
    topic = {"topic": "rationale", "section": "บทที่ ๑"}
    text = NarrativeSection("rationale", "บทที่ ๑", True, "สรุป")
    part = document_view(one_plan(plan={"rationale": ["ข้อแรก"], "topics": [topic]}, narrative=[text])).leading[0]
    assert (part.points, part.text) == (("ข้อแรก",), text)
    assert part.topic is not None
    assert part.topic.section == "บทที่ ๑"


def test_other_parts_are_in_fixed_order_whatever_the_written_order() -> None:
    texts = [NarrativeSection(section, None, False, "ข้อความ") for section in ("other", "survey", "idp")]
    parts = document_view(one_plan(narrative=texts)).narrative
    assert [(part.id, part.anchor) for part in parts] == [
        ("idp", "n-idp"),
        ("survey", "n-survey"),
        ("other", "n-other"),
    ]


def test_a_survey_without_answers_is_empty_and_keeps_its_cells() -> None:
    rows = [{"department": "office", "printed": "สำนักปลัด", "cells": ["", " "]}]
    survey = document_view(one_plan(plan={"survey": SURVEY | {"rows": rows}})).survey
    assert survey is not None
    assert survey.is_empty
    assert survey.lines[0].cells == (None, None)


def test_a_survey_with_one_answer_is_not_empty() -> None:
    rows = [{"department": "office", "printed": "สำนักปลัด", "cells": ["", "✓"]}]
    survey = document_view(one_plan(plan={"survey": SURVEY | {"rows": rows}})).survey
    assert survey is not None
    assert not survey.is_empty
    assert survey.lines[0].cells == (None, "✓")


def test_a_survey_row_with_too_few_cells_is_padded() -> None:
    survey = document_view(one_plan(plan={"survey": SURVEY | {"rows": [{"printed": "กองคลัง", "cells": []}]}})).survey
    assert survey is not None
    assert survey.lines[0].cells == (None, None)


def test_competencies_are_grouped_by_kind_in_printed_order() -> None:
    chosen = [{"kind": "line", "name": "ก"}, {"kind": "core", "name": "ข"}, {"kind": "line", "name": "ค"}]
    listed = document_view(one_plan(plan={"competencies": chosen})).choices[-1]
    assert (listed.id, listed.count) == ("competencies", 3)
    assert [(group.anchor, [choice.name for choice in group.choices]) for group in listed.groups] == [
        ("competencies-line", ["ก", "ค"]),
        ("competencies-core", ["ข"]),
    ]


def test_ids_of_an_amendment_link_to_their_things_and_removed_ones_are_kept() -> None:
    amendment = {"number": "๑", "reason": "เพิ่มเป้าหมาย", "ids": ["p1", "idp-1", "s1t1", "gone"]}
    touched = document_view(one_plan(plan={"amendments": [amendment]})).amendments[0].touched
    assert [(one.thing.name, one.thing.address) for one in touched] == [
        ("อบรมงานสารบรรณ", "/lao/6990101/2567-2569/projects/#p-p1"),
        ("นิติกร", "/lao/6990101/2567-2569/idp/#i-idp-1"),
        ("จัดอบรม", "/lao/6990101/2567-2569/strategy/#t-s1t1"),
        (None, None),
    ]


def test_the_extent_of_the_received_document_is_shown() -> None:
    assert not document_view(one_plan()).is_partial
    view = document_view(one_plan(plan={"sources": PARTIAL}))
    assert (view.is_partial, view.sections) == (True, 1)


def test_other_tables_keep_every_cell_and_pad_short_rows() -> None:
    stated = {"columns": ["เดือน"], "rows": [{"cells": ["ตุลาคม", "ปฐมนิเทศ"]}, {"cells": [""]}]}
    (table,) = document_view(one_plan(plan={"other_tables": [stated]})).other_tables
    assert [column.heading for column in table.columns] == ["เดือน", "คอลัมน์ที่ 2"]
    assert [[cell.value for cell in row.cells] for row in table.rows] == [
        ["ตุลาคม", "ปฐมนิเทศ"],
        [None, None],
    ]
