"""Accepted spellings of an IDP row's methods: a number, words, or both."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from generator.model.idp import IdpRow, IdpTable, use_key


def methods_of(*written: object) -> list[tuple[str | None, str | None]]:
    row = IdpRow.model_validate({"id": "a", "position": "นิติกร", "methods": list(written)})
    return [(one.number, one.printed) for one in row.methods]


@pytest.mark.parametrize("number", ["๑", "1.1", "ก", "(๒)", "๑๐."])
def test_a_numeral_or_a_letter_is_a_number(number: str) -> None:
    assert methods_of(number) == [(number, None)]


@pytest.mark.parametrize("words", ["การสอนงาน", "OJT", "อบรม ๓ วัน"])
def test_words_are_parsed_as_the_method_name(words: str) -> None:
    assert methods_of(words) == [(None, words)]


def test_a_use_without_number_and_words_is_rejected() -> None:
    with pytest.raises(ValidationError, match="ไม่บอกว่าเป็นวิธีใด"):
        methods_of({})


def test_words_and_numbers_resolve_to_the_same_method() -> None:
    table = IdpTable.model_validate(
        {
            "methods": [{"number": "๒", "name": "การสอนงาน"}, {"name": "ดูงาน"}],
            "rows": [{"id": "a", "position": "นิติกร", "methods": ["2", "การสอน งาน", "ดูงาน", "สัมมนา"]}],
        }
    )
    keys = table.method_keys
    assert [use_key(one, keys) for one in table.rows[0].methods] == ["2", "2", "ดูงาน", "สัมมนา"]
