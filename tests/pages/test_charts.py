"""Charts as drawn: a name, a description and figures from the data, no style, under 2 kB."""

from __future__ import annotations

import re
from decimal import Decimal

from generator.pages.environment import make_environment
from generator.views.charts import bar_chart, share_chart

LONG = "การพัฒนาบุคลากรให้เป็นคนดีและมีความสุขในการทำงานร่วมกันในองค์กร"
SHARES = share_chart([("amount", 16), ("no_budget", 6), ("words", 0), ("not_stated", 1)])
KINDS = {"amount": "ระบุจำนวนเงิน", "no_budget": "ไม่ใช้งบประมาณ", "not_stated": "ไม่ระบุ"}


def drawn(call: str, digits: str = "arabic", **values: object) -> str:
    template = '{% import "parts/chart.html.jinja" as drawings %}{{ drawings.' + call + " }}"
    return make_environment(digits).from_string(template).render(**values)  # type: ignore[arg-type]  # keywords by name; a wrong one fails at once


def test_a_bar_chart_has_a_description() -> None:
    chart = bar_chart([("สำนักปลัด", Decimal(470_000)), ("<b>กองคลัง</b>", Decimal(57_000))])
    svg = drawn('bars("m", "งบประมาณ", chart, "บาท", "t")', chart=chart)
    assert 'role="img" aria-labelledby="m-title m-desc"' in svg
    assert "2\xa0รายการ รวม 527,000 บาท มากที่สุดคือ สำนักปลัด 470,000 บาท" in svg
    assert re.findall(r'<rect y="\d+" width="(\d+)"', svg) == ["360", "43"]
    assert "<b>" not in svg


def test_a_full_bar_chart_is_below_two_kilobytes() -> None:
    chart = bar_chart([(LONG, Decimal(10_000_000 + number)) for number in range(30)])
    svg = drawn('bars("money", "งบประมาณของโครงการตามส่วนราชการ", chart, "บาท", "t")', chart=chart)
    assert len(svg.encode()) < 2000
    assert "อื่น ๆ 24\xa0รายการ" in svg


def test_shares_differ_in_hatching_and_words() -> None:
    svg = drawn('shares("s", "งบประมาณของโครงการ", chart, "โครงการ", kinds, "t")', chart=SHARES, kinds=KINDS)
    assert "ทั้งหมด 23 โครงการ: ระบุจำนวนเงิน 16, ไม่ใช้งบประมาณ 6, ไม่ระบุ 1" in svg
    assert re.findall(r'<pattern id="(s-\d)"', svg) == ["s-2", "s-3"]
    assert len(set(re.findall(r'class="chart__hatch" d="([^"]+)"', svg))) == 2
    assert len(svg.encode()) < 2000


def test_charts_have_no_script_or_style_and_use_the_sites_digits() -> None:
    svg = drawn('shares("s", "ก", chart, "โครงการ", kinds, "t")', "thai", chart=SHARES, kinds=KINDS)
    assert not re.search(r"<script|<style|\sstyle=|\son\w+=", svg)
    assert "ทั้งหมด ๒๓ โครงการ" in svg


def test_a_chart_of_any_number_of_states_is_below_two_kilobytes() -> None:
    kinds = {str(number): LONG for number in range(12)}
    for states in range(2, 13):
        chart = share_chart([(str(number), 1_000_000 + number) for number in range(states)])
        svg = drawn(
            'shares("results-2567-status-chart", "โครงการ จำแนกตามสถานะการดำเนินงาน", chart, "โครงการ", kinds, caption)',
            chart=chart,
            kinds=kinds,
            caption="results-2567-status-caption",
        )
        assert len(svg.encode()) < 2000, states
        hatchings = re.findall(r'class="chart__hatch" d="([^"]+)"', svg)
        assert len(set(hatchings)) == len(hatchings) == min(states, 4) - 1
    assert "อื่น ๆ 9\xa0รายการ" in svg
    assert "12\xa0กลุ่ม มากที่สุดคือ" in svg
