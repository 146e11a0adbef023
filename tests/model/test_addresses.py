"""A valid web address is accepted unchanged; an invalid one is rejected with the reason."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from generator.model.base import Address

ADDRESS: TypeAdapter[str] = TypeAdapter(Address)


@pytest.mark.parametrize(
    "text",
    [
        "https://www.example.go.th/",
        "HTTPS://WWW.EXAMPLE.GO.TH/PLAN",
        "https://www.example.go.th/mayor's-plan.pdf",
        "https://www.example.go.th/แผนพัฒนา.pdf?ปี=๒๕๖๗#หน้า-๑",
    ],
)
def test_a_valid_address_is_unchanged(text: str) -> None:
    assert ADDRESS.validate_python(text) == text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("https://www.example.go.th/แผน พัฒนา.pdf", "มีวรรค"),
        ("https://www.example.go.th/แผน\u00a0พัฒนา.pdf", "มีวรรค"),
        ("https://www.example.go.th/แผน\u200bพัฒนา.pdf", "U+200B"),
        ("https://www.example.go.th/\u202efdp.exe", "U+202E"),
        ("https://", "ไม่มีชื่อเว็บไซต์"),
        ("https:///plan.pdf", "ไม่มีชื่อเว็บไซต์"),
        ("https:www.example.go.th", "เครื่องหมาย / สองตัว"),
        ("ftp://example.go.th/", "ขึ้นต้นด้วย ftp:"),
        ("javascript:alert(1)", "ขึ้นต้นด้วย javascript:"),
        ("www.example.go.th/plan", "ไม่ได้ขึ้นต้นด้วย http://"),
        ("www.example.go.th:8080/plan", "ไม่ได้ขึ้นต้นด้วย http://"),
        ("https://www.example.go.th/<b>", "เครื่องหมาย <"),
        ("https://www.example.go.th\\plan", "เครื่องหมาย \\"),
        ("https://exa'mple.go.th/", "เครื่องหมาย '"),
    ],
)
def test_an_invalid_address_is_rejected_with_the_reason(text: str, said: str) -> None:
    with pytest.raises(ValidationError) as refused:
        ADDRESS.validate_python(text)
    assert said in str(refused.value)
