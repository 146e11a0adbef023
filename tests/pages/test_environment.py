"""Templates escape by default, print values in Thai, and fail on undefined names."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, UndefinedError
from markupsafe import Markup

from generator.pages.environment import make_environment

ARABIC, THAI = make_environment("arabic"), make_environment("thai")


def shown(source: str, environment: Environment = ARABIC, **values: object) -> str:
    with environment.contexts.of_page("/lao/5440502/"):
        return environment.from_string(source).render(**values)


@given(value=st.one_of(st.text(), st.integers(), st.none(), st.text().map(Markup)))
def test_output_equals_that_of_plain_jinja(value: object) -> None:
    plain = Environment(autoescape=True)
    for source in ("{{ value }}", '<a title="{{ value }}">', "{% set x = value %}{{ x }}", "{{ value ~ '<' }}"):
        assert shown(source, value=value) == plain.from_string(source).render(value=value)


@pytest.mark.parametrize(
    "source", ["{{ value }}", "{{ value | text }}", "{% macro m() %}{{ value }}{% endmacro %}{{ m() }}"]
)
def test_a_value_is_never_markup(source: str) -> None:
    assert "<" not in shown(source, value="<script>alert('&')</script>")


def test_line_breaks_are_kept() -> None:
    assert shown("{{ value | text }}", value="ก\r\nข\n<b>") == "ก<br>ข<br>&lt;b&gt;"


@pytest.mark.parametrize(
    ("source", "value", "arabic", "thai"),
    [
        ("{{ value | baht }}", Decimal("1234567.5"), "1,234,567.50", "๑,๒๓๔,๕๖๗.๕๐"),
        ("{{ value | count }}", 1234, "1,234", "๑,๒๓๔"),
        ("{{ value | figure }}", "2567-2569", "2567-2569", "๒๕๖๗-๒๕๖๙"),
        ("{{ value | date }}", datetime.date(2023, 10, 2), "2\u00a0ตุลาคม\u00a02566", "๒\u00a0ตุลาคม\u00a0๒๕๖๖"),
        (
            "{{ value | quarters }}",
            (1, 2, 4),
            "ไตรมาส 1-2, 4 (ต.ค.–มี.ค. และ ก.ค.–ก.ย.)",
            "ไตรมาส ๑-๒, ๔ (ต.ค.–มี.ค. และ ก.ค.–ก.ย.)",
        ),
        ("{{ value | text }}", "๑๐๐ 200", "๑๐๐ 200", "๑๐๐ 200"),
    ],
)
def test_our_numbers_use_the_configured_digits_and_printed_ones_do_not(
    source: str, value: object, arabic: str, thai: str
) -> None:
    assert shown(source, ARABIC, value=value) == arabic
    assert shown(source, THAI, value=value) == thai


def test_links_are_relative_to_the_page() -> None:
    assert shown("{{ '/lao/5440502/2567-2569/' | link }}") == "2567-2569/"


def test_an_undefined_name_in_a_template_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        shown("{{ nothing }}")
