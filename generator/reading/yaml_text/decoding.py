"""Decodes bytes into text for the YAML parser, with findings on rejected or replaced characters."""

from __future__ import annotations

import re

from generator.reading.yaml_text.file_findings import FileFindings
from generator.reading.yaml_text.lines import SourceText
from generator.reading.yaml_text.refusals import refuse_character, refuse_encoding, refuse_tag
from generator.reading.yaml_text.special_characters import FORBIDDEN, clean

_PROLOGUE = re.compile(r"(?:(?:[ \t]*+(?:#[^\r\n]*+)?+|%[^\r\n]*+)[\r\n]++)*+")
"""Comments, directives and blank lines. Possessive: otherwise the engine stores a position per line,
which takes memory in a large file."""
_TAG_DIRECTIVE = re.compile(r"^%TAG\b[^\r\n]*", re.MULTILINE)


def decode(content: bytes, report: FileFindings) -> str | None:
    """Return the text of a file, or None if it is not UTF-8."""
    encoding = _other_encoding(content)
    line, column = 1, 0
    if encoding is None:
        try:
            return content.decode()
        except UnicodeDecodeError as error:
            before = content[: error.start].removeprefix(b"\xef\xbb\xbf")
            line = len(re.findall(rb"\r\n|\r|\n", before)) + 1
            column = len(re.split(rb"[\r\n]", before)[-1].decode("utf-8", "replace")) + 1
            if _looks_like_tis620(content):
                encoding = "TIS-620 (Windows-874)"
    refuse_encoding(report, encoding, line, column)
    return None


def readable(text: str, report: FileFindings) -> str:
    """Return the text without anything that would stop or stall the parser; the length, and so positions, stay."""
    return _without_tag_directives(_without_forbidden(text, report), report)


def _other_encoding(content: bytes) -> str | None:
    """Return the name if bytes are UTF-16 or UTF-32: by byte order mark, or by zero bytes, which UTF-8 text lacks."""
    if content.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        return "UTF-32"
    if content.startswith((b"\xff\xfe", b"\xfe\xff")) or content.count(0) * 8 > len(content):
        return "UTF-16 (Unicode)"
    return None


def _looks_like_tis620(content: bytes) -> bool:
    """Return whether nearly all non-ASCII bytes are Thai letters of TIS-620, and the file is not damaged UTF-8 Thai."""
    high = [byte for byte in content if byte >= 0x80]
    thai = sum(0xA1 <= byte <= 0xDA or 0xDF <= byte <= 0xFB for byte in high)
    utf8_thai = content.count(b"\xe0\xb8") + content.count(b"\xe0\xb9") > 2
    return thai >= 0.98 * len(high) and not utf8_thai


def _without_forbidden(text: str, report: FileFindings) -> str:
    """Report characters forbidden in YAML and replace them, so that reading can continue."""
    if FORBIDDEN.search(text) is None:
        return text
    source, lines = SourceText(text), set()
    for match in FORBIDDEN.finditer(text):
        line, column = source.place(match.start())
        if line not in lines:
            lines.add(line)
            refuse_character(report, match[0], source.line(line - 1), (line, column))
    return clean(text)


def _without_tag_directives(text: str, report: FileFindings) -> str:
    """Report `%TAG` lines at the top and blank them: many of them keep libyaml busy for minutes."""
    prologue = _PROLOGUE.match(text)
    if prologue is None or "%TAG" not in prologue[0]:
        return text
    source = SourceText(text)
    for match in _TAG_DIRECTIVE.finditer(prologue[0]):
        refuse_tag(report, match[0], source.place(match.start()), ())
    return _TAG_DIRECTIVE.sub(lambda match: " " * len(match[0]), prologue[0]) + text[prologue.end() :]
