"""Compiles the texts to redact into one search pattern.

Matches every spelling of a text: Thai or Arabic digits, with or without hyphens and spaces between them, sara am
composed or decomposed, zero-width characters inside, any white space for a space.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from generator.errors import UsageError
from generator.thai.characters import INVISIBLE, TO_ARABIC, TO_HYPHEN, TO_THAI, TONE_MARKS
from generator.thai.text import join_sara_am, normalise

REPLACEMENT = "(ปกปิด)"
"""Replacement of a text; a plain value in YAML and in Markdown."""
SHORTEST = 4
"""Characters; a shorter text would match inside unrelated words."""
_MOST_TEXTS = 200
_LONGEST_FILE = 100_000
_HYPHENS = "".join(map(chr, TO_HYPHEN)) + "-"
_BETWEEN_DIGITS = rf"[\s{INVISIBLE}{_HYPHENS}]*"
_PIECE = re.compile(rf"(?P<digits>\d(?:[ -]*\d)*)|(?P<blank> +)|(?P<am>[{TONE_MARKS}]?\u0e33)|(?P<hyphen>-)|(?P<one>.)")


def read_texts(file: Path) -> list[str]:
    """Return the texts of a file, one per line. Raises UsageError without quoting them."""
    try:
        content = file.read_bytes()[: _LONGEST_FILE + 1]
        lines = content.decode("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"อ่านไฟล์ {file} ไม่ได้ ต้องเป็นไฟล์ข้อความ UTF-8") from error
    texts = [(number, normalise(line)) for number, line in enumerate(lines, start=1) if line.strip()]
    short = [number for number, text in texts if len(text.replace(" ", "")) < SHORTEST]
    if short:
        raise UsageError(f"{file}:{short[0]}: สั้นกว่า {SHORTEST} ตัวอักษร จะปกปิดข้อความอื่นไปด้วย ให้เขียนให้ยาวขึ้น")
    if not texts or len(texts) > _MOST_TEXTS or len(content) > _LONGEST_FILE:
        raise UsageError(f"{file}: ต้องมีข้อความที่จะปกปิด บรรทัดละหนึ่งข้อความ 1 ถึง {_MOST_TEXTS} บรรทัด")
    return [text for _, text in texts]


def pattern_of(texts: Sequence[str]) -> re.Pattern[str] | None:
    """Return a pattern that matches any of these texts, longest first; None without texts."""
    if not texts:
        return None
    longest_first = sorted(texts, key=lambda text: (-len(text), text))
    return re.compile("|".join(map(_pattern_of, longest_first)), re.IGNORECASE)


def _pattern_of(text: str) -> str:
    plain = join_sara_am(text).translate(TO_ARABIC).translate(TO_HYPHEN)
    pieces = [_pattern_of_piece(match) for match in _PIECE.finditer(plain)]
    before, after = (r"(?<!\d)" if plain[0].isdigit() else "", r"(?!\d)" if plain[-1].isdigit() else "")
    return before + f"[{INVISIBLE}]*".join(pieces) + after


def _pattern_of_piece(match: re.Match[str]) -> str:
    piece = match[0]
    if match["digits"]:
        digits = [one for one in piece if one.isdigit()]
        return _BETWEEN_DIGITS.join(f"[{one}{one.translate(TO_THAI)}]" for one in digits)
    if match["blank"]:
        return rf"[\s{INVISIBLE}]+"
    if match["hyphen"]:
        return f"[{_HYPHENS}]"
    if match["am"]:
        tone = piece[:-1]
        return f"(?:{tone}\u0e33|{tone}\u0e4d\u0e32|\u0e4d{tone}\u0e32)"
    return re.escape(piece)
