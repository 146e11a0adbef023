"""Reads `narrative.md` into prose sections with fixed ids.

The Markdown is passed on as written and unsanitised, except that line breaks within Thai prose are joined: Markdown
turns a line break into a space, and Thai has no spaces between words. Only running text is joined, never code, tables,
headings or HTML; a line that ends with a space is kept apart, because the space was typed.
"""

from __future__ import annotations

import re
from dataclasses import replace

from generator.findings import Finding, Location, Severity
from generator.model.plan import NarrativeSection
from generator.reading.content_tree import ContentTree, TooLargeError, UnreadableError
from generator.reading.yaml_text import unopened
from generator.thai.line_breaks import is_between_thai
from generator.thai.text import closest

MAX_BYTES = 100_000
"""About 35 printed pages of Thai; the longest summaries have a tenth of it."""
MOST_TAGS = 2_000
"""HTML tags; the browser's tree for unclosed tags grows with the square of their number."""
MOST_HINTS = 50
"""Most unknown headings to suggest an id for; each suggestion is a search."""
SECTION_IDS = (
    "rationale",
    "objectives",
    "targets",
    "curricula",
    "methods",
    "budget",
    "monitoring",
    "strategy",
    "projects",
    "idp",
    "survey",
    "request",
    "committee",
    "evaluation",
    "amendment",
    "other",
)
"""The ids of section headings; the interface has a Thai title for each."""

SECTION_HEADING = re.compile(r"##[ \t]+([a-zA-Z][\w-]*)[ \t]*#*[ \t]*")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_QUOTE = re.compile(r"(?: {0,3}> ?)*")
_NO_TEXT = re.compile(r" {0,3}(?:#{1,6}(?:[ \t]|$)|<|\[[^\]]+\]:)|.*\|")
"""A heading, HTML, a link definition, a table row: not running text."""
_INDENTED = re.compile(r"(?: {4}|\t)")
_MEANT_AS_HEADING = re.compile(r" {0,3}#+(.*[^#\s].*)")
_TAG = re.compile("<[/a-zA-Z]")
SOURCE_LINE = re.compile(r"ที่มา\s*:\s*(.*?)\s*(\(สรุป\))?\s*")


def read_narrative(tree: ContentTree, name: str) -> tuple[tuple[NarrativeSection, ...], list[Finding], str]:
    """Read a narrative file; `name` is its path in the content tree.

    Returns the sections in written order; findings for text outside any section, unknown or repeated ids, and
    unreadable, too large or non-UTF-8 files; and the whole text, empty if unreadable.
    """
    try:
        text = tree.read(name, MAX_BYTES).decode("utf-8-sig")
    except TooLargeError:
        too_large = f"ไฟล์ใหญ่เกิน {MAX_BYTES:,} ไบต์"
        return (), [_finding("TEXT-003", name, 0, too_large, "แบ่งหรือย่อเนื้อความ เอกสารแนบให้วางไว้ใน documents/")], ""
    except UnreadableError as error:
        return (), unopened(name, error), ""
    except UnicodeDecodeError:
        remedy = "เปิดไฟล์แล้วเลือก “บันทึกเป็น” โดยใช้การเข้ารหัส UTF-8"
        return (), [_finding("TEXT-002", name, 0, "ไฟล์นี้ไม่ได้บันทึกเป็น UTF-8", remedy)], ""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    tags = len(_TAG.findall(text))
    if tags > MOST_TAGS:
        too_many = f"มีเครื่องหมาย HTML {tags:,} แห่ง เกินกว่า {MOST_TAGS:,} แห่งที่เว็บไซต์แสดงได้"
        return (
            (),
            [_finding("SIZE-001", name, 0, too_many, "เขียนเนื้อความเป็นข้อความธรรมดา หรือลบเครื่องหมาย HTML ที่ไม่จำเป็น")],
            text,
        )
    return *_parse(text, name), text


def _parse(text: str, name: str) -> tuple[tuple[NarrativeSection, ...], list[Finding]]:
    sections: list[NarrativeSection] = []
    findings: list[Finding] = []
    body: list[str] = []
    current: str | None = None
    fence: str | None = None
    known: set[str] = set()
    unknown = 0

    def close() -> None:
        if current is not None:
            sections.append(_section(current, body))
        body.clear()

    for number, line in enumerate(text.split("\n"), start=1):
        fence = _fence_after(line, fence)
        heading = None if fence else SECTION_HEADING.fullmatch(line)
        if heading is None:
            if current is None and line.strip():
                findings.append(_outside(name, number, line))
                current = ""
            body.append(line)
            continue
        close()
        current = heading.group(1).lower()
        if current not in SECTION_IDS:
            unknown += 1
            findings.append(_unknown(name, number, current, with_guess=unknown <= MOST_HINTS))
        elif current in known:
            findings.append(_finding("TEXT-005", name, number, f"หัวข้อ “{current}” ซ้ำ", "รวมเนื้อความไว้ใต้หัวข้อเดียว"))
        known.add(current)
    if current != "" or body:
        close()
    return _placed(sections), findings


def _placed(sections: list[NarrativeSection]) -> tuple[NarrativeSection, ...]:
    """Return each section once: text under a repeated heading joins the first, under an unknown one `other`."""
    placed: dict[str, NarrativeSection] = {}
    for section in sections:
        known = section.id in SECTION_IDS
        own = section if known else replace(section, id="other", markdown=f"{section.id}\n\n{section.markdown}".strip())
        first = placed.get(own.id)
        if first is None:
            placed[own.id] = own
        else:
            placed[own.id] = replace(first, markdown=f"{first.markdown}\n\n{own.markdown}")
    return tuple(placed.values())


def _fence_after(line: str, fence: str | None) -> str | None:
    """Return the code fence open after a line, so that `##` inside code is not a heading."""
    match = _FENCE.match(line)
    if match is None:
        return fence
    mark = match.group(1)
    if fence is None:
        return mark
    return None if mark[0] == fence[0] and len(mark) >= len(fence) else fence


def _section(section_id: str, body: list[str]) -> NarrativeSection:
    start = next((number for number, line in enumerate(body) if line.strip()), len(body))
    lines = body[start:]
    match = SOURCE_LINE.fullmatch(lines[0].strip()) if lines else None
    if match:
        del lines[0]
    return NarrativeSection(
        id=section_id,
        source=(match.group(1) or None) if match else None,
        is_summary=bool(match and match.group(2)),
        markdown=join_prose(lines).strip("\n"),
    )


def _unknown(name: str, line: int, section_id: str, *, with_guess: bool) -> Finding:
    near = closest(section_id, SECTION_IDS) if with_guess else None
    remedy = f"หมายถึง “{near}” หรือไม่" if near else f"ใช้รหัสหัวข้อใดหัวข้อหนึ่ง: {', '.join(SECTION_IDS)}"
    return _finding("TEXT-004", name, line, f"ไม่รู้จักหัวข้อ “{section_id[:60]}”", remedy)


def _outside(name: str, line: int, text: str) -> Finding:
    if match := _MEANT_AS_HEADING.match(text):
        meant = match.group(1).strip()
        near = closest(meant.lower(), SECTION_IDS)
        remedy = f"เขียนเป็น “## {near}”" if near else f"เขียน ## วรรค แล้วใช้รหัสหัวข้อใดหัวข้อหนึ่ง: {', '.join(SECTION_IDS)}"
        return _finding("TEXT-004", name, line, f"ไม่รู้จักหัวข้อ “{meant[:60]}”", remedy)
    return _finding("TEXT-001", name, line, "มีข้อความก่อนหัวข้อแรก", "เริ่มไฟล์ด้วยบรรทัดหัวข้อ เช่น “## rationale”")


def _finding(code: str, name: str, line: int, message: str, remedy: str) -> Finding:
    return Finding(code, Severity.ERROR, message, Location(name, line, 1 if line else 0), remedy)


def join_prose(lines: list[str]) -> str:
    """Return the lines as one text, each Thai paragraph on one line."""
    parts: list[str] = []
    fence: str | None = None
    runs_on = is_html = False
    for line in lines:
        match = _FENCE.match(line)
        quote = _QUOTE.match(line)
        prefix = quote[0] if quote else ""
        text = line[len(prefix) :].lstrip(" \t")
        if fence is None and runs_on and not match and is_between_thai(parts[-1][-40:].rstrip("*"), text.lstrip("*")):
            parts[-1] += text
            continue
        parts.append(line)
        if match and (fence is None or (match[1][0] == fence[0] and len(match[1]) >= len(fence))):
            fence = match[1] if fence is None else None
            runs_on = False
            continue
        blank = not text.strip()
        is_html = not blank and (is_html or text.startswith("<"))
        starts_code = _INDENTED.match(line[len(prefix) :]) is not None and not runs_on
        runs_on = fence is None and not (blank or is_html or starts_code or _NO_TEXT.match(line[len(prefix) :]))
    return "\n".join(parts)
