"""Safe repairs of a text file: bytes in; the text before and after, and the number of repairs by kind, out.

Only changes that are invisible are made, and with `words` those the dictionary is certain of; the number of lines
stays. YAML is parsed before and after: a repair that would change its data is left out. Excerpts kept as evidence, and
remarks that quote a document, keep their words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import yaml

from generator.checks.text import suspects
from generator.checks.text.damaged_words import damaged_words
from generator.checks.text.wrong_words import is_clean
from generator.drafting.encodings import UTF_8, decode_text
from generator.thai.characters import OLD_GLYPHS

_WIDE = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_SPACES = re.compile(f"[ {_WIDE}]+")
_IS_WIDE = re.compile(f"[{_WIDE}]")
_AFTER_KEY = re.compile(f"^([ \\t]*(?:- +)*[a-z_]+:)([{_WIDE}]+)(?!#)", re.MULTILINE)
_UNSEEN = re.compile("[\u00ad\u180e\u200b-\u200f\u2060\ufeff]")
_TONE = "\u0e48-\u0e4b"
_SPLIT_SARA_AM = re.compile(f"([{_TONE}]?)\u0e4d([{_TONE}]?)\u0e32")
_LATE_TONE = re.compile(f"(?<=[\u0e01-\u0e2e])([\u0e30\u0e32\u0e33])([{_TONE}])")
_MARKS_IN_A_ROW = re.compile("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]{2,}")
_AFTER_VOWELS = frozenset("\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4d\u0e4e")
_TWICE = re.compile("([\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])\\1+")
_ALIKE = re.compile(f"(?<!\u0e40)\u0e40\u0e40(?!\u0e40)|(?<=[\u0e01-\u0e23\u0e25\u0e27-\u0e2e{_TONE}])\u0e45")
_SARA_AA_AS_AM = re.compile(suspects.SARA_AA_AS_AM)
_TABBED = re.compile(r"^[ \t]*\t[ \t]*", re.MULTILINE)
_KEPT = re.compile(r"(?P<lead>[ \t]*(?:- +)*)(?:quotations|note|reason):")
_TAB_WIDTHS = (2, 4, 8)
_ROUNDS = 8
_LONGEST_LINE = 20_000
"""Characters; words in longer lines are left alone, because such a line is no sentence."""

ENCODING = "รหัสตัวอักษร"
LINE_ENDS = "การขึ้นบรรทัดแบบ Windows"
TABS = "แท็บที่ย่อหน้า"
SPACES = "วรรคพิเศษที่ดูเหมือนวรรคธรรมดา"
KEYS = "วรรคพิเศษหลังชื่อหัวข้อ"
UNSEEN = "อักขระที่มองไม่เห็น"
SARA_AM = "สระอำที่พิมพ์เป็นสองตัว"
ORDER = "ลำดับสระและวรรณยุกต์"
DOUBLED = "สระหรือวรรณยุกต์ซ้ำ"
GLYPHS = "อักขระเฉพาะของแบบอักษรเก่า"
WORDS = "คำที่เสียจากการแปลงไฟล์"


@dataclass(frozen=True, slots=True)
class Repaired:
    """A file before and after."""

    before: str
    """The original text, with normalised line ends."""
    after: str
    """The repaired text."""
    encoding: str
    """Name of its encoding."""
    done: Mapping[str, int]
    """Kind of repair -> number of places."""

    @property
    def is_changed(self) -> bool:
        """Return whether the bytes of the file change."""
        return bool(self.done)


def repair(content: bytes, *, is_yaml: bool, words: bool) -> Repaired:
    """Return a repaired file; raise UsageError if it is no text."""
    text, encoding = decode_text(content)
    done: Counter[str] = Counter()
    if encoding != UTF_8:
        done[ENCODING] = 1
    ends = text.count("\r")
    if ends:
        done[LINE_ENDS] = ends
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    before = text
    for _ in range(_ROUNDS):
        started = text
        for name, step in _steps(words=words, is_yaml=is_yaml):
            text = _tried(text, name, step, done, is_yaml=is_yaml)
        if text == started:
            break
    return Repaired(before, text, encoding, dict(done))


_Step = Callable[[str], tuple[str, int]]


def _steps(*, words: bool, is_yaml: bool) -> Iterator[tuple[str, _Step]]:
    if words:
        yield GLYPHS, _old_glyphs
    yield UNSEEN, lambda text: _UNSEEN.subn("", text)
    if is_yaml:
        yield KEYS, _spaces_after_keys
    yield SPACES, _plain_spaces
    if is_yaml:
        yield TABS, _tabs
    yield SARA_AM, _by_line(_joined_sara_am, is_yaml=is_yaml)
    yield ORDER, _by_line(_ordered, is_yaml=is_yaml)
    yield DOUBLED, _by_line(_once, is_yaml=is_yaml)
    if words:
        yield WORDS, _by_line(_whole_words, is_yaml=is_yaml)


def _tried(text: str, name: str, step: _Step, done: Counter[str], *, is_yaml: bool) -> str:
    """Return the text after a repair, or unchanged if the repair would change the YAML data."""
    after, count = step(text)
    if after == text:
        return text
    if is_yaml and not _says_the_same(text, after, name):
        return text
    done[name] += count
    return after


def _says_the_same(before: str, after: str, name: str) -> bool:
    """Return whether two YAML texts have the same data, apart from blanks and marks; unreadable text may change."""
    old, new = _read(before), _read(after)
    if old is None:
        return True
    if new is None or name is KEYS:
        return new is not None
    if len(old) != len(new):
        return False
    return name in (GLYPHS, WORDS) or all(
        kind == other and _bare(value) == _bare(changed)
        for (kind, value), (other, changed) in zip(old, new, strict=True)
    )


def _read(text: str) -> list[tuple[type, str]] | None:
    """Return the events of a YAML text, None if invalid; aliases and tags count as text."""
    if "%TAG" in text:
        return None  # many of them keep libyaml busy for minutes
    try:
        return [(type(event), getattr(event, "value", "") or "") for event in yaml.parse(text, Loader=yaml.CSafeLoader)]
    except (yaml.YAMLError, ValueError):
        return None


_NO_MARK = {
    **dict.fromkeys((0x0E31, *range(0x0E34, 0x0E3B), *range(0x0E47, 0x0E4F)), ""),
    0x0E33: "\u0e32",
    0x0E45: "\u0e32",
    0x0E41: "\u0e40\u0e40",
}


def _bare(value: str) -> str:
    if value.isascii():
        return "".join(value.split())
    # Normalised: with marks ordered and sara am composed, both forms are equal.
    return "".join(_UNSEEN.sub("", value).translate(_NO_MARK).split())


def _tabs(text: str) -> tuple[str, int]:
    """Replace tabs before keys by spaces, if the file is unreadable with them and readable without."""
    if _TABBED.search(text) is None or _read(text) is not None:
        return text, 0
    for width in _TAB_WIDTHS:
        after, count = _TABBED.subn(lambda found: found[0].replace("\t", " " * width), text)  # noqa: B023  # used at once
        if _read(after) is not None:
            return after, count
    return text, 0


def _spaces_after_keys(text: str) -> tuple[str, int]:
    """Put a plain space after a key: with another kind of space, YAML invisibly sees no key and value."""
    return _AFTER_KEY.subn(lambda found: found[1] + " " * len(found[2]), text)


def _plain_spaces(text: str) -> tuple[str, int]:
    """Replace spaces that YAML treats as letters, except before a #, where a plain space would begin a comment."""
    total = 0

    def plain(found: re.Match[str]) -> str:
        nonlocal total
        count = len(_IS_WIDE.findall(found[0]))
        starts_line = found.start() == 0 or text[found.start() - 1] == "\n"
        if not count or (text[found.end() : found.end() + 1] == "#" and not starts_line):
            return found[0]
        total += count
        return " " * len(found[0])

    return _SPACES.sub(plain, text), total


def _by_line(mend: _Step, *, is_yaml: bool) -> _Step:
    """Return a step that repairs line by line, skipping values of a YAML file that must stay unchanged."""

    def step(text: str) -> tuple[str, int]:
        lines, count = text.split("\n"), 0
        for at in _open_lines(lines) if is_yaml else range(len(lines)):
            if not lines[at].isascii():
                lines[at], more = mend(lines[at])
                count += more
        return "\n".join(lines), count

    return step


def _open_lines(lines: list[str]) -> Iterator[int]:
    """Yield the lines outside excerpts and remarks, which are indented more deeply than their key."""
    key = -1
    for at, line in enumerate(lines):
        depth = len(line) - len(line.lstrip(" \t"))
        in_list = depth == key and line.startswith("- ", depth)
        if key >= 0 and (not line.strip() or depth > key or in_list):
            continue
        kept = _KEPT.match(line)
        key = len(kept["lead"]) if kept else -1
        if not kept:
            yield at


def _ordered(line: str) -> tuple[str, int]:
    """Move tone marks after the vowel of the same letter, and before one that follows it."""
    count = 0

    def sort(found: re.Match[str]) -> str:
        nonlocal count
        marks = "".join(sorted(found[0], key=_AFTER_VOWELS.__contains__))
        count += marks != found[0]
        return marks

    line, late = _LATE_TONE.subn(r"\2\1", line)
    return _MARKS_IN_A_ROW.sub(sort, line), count + late


def _once(line: str) -> tuple[str, int]:
    """Remove repeated marks, and replace look-alikes of sara ae and sara aa."""
    line, marks = _TWICE.subn(r"\1", line)
    line, vowels = _ALIKE.subn(lambda found: "\u0e41" if len(found[0]) == 2 else "\u0e32", line)
    return line, marks + vowels


def _joined_sara_am(line: str) -> tuple[str, int]:
    """Join nikhahit and sara aa, except where no word has a sara am: there sara aa was meant."""
    count = 0

    def join(found: re.Match[str]) -> str:
        nonlocal count
        letter = line[max(0, found.start() - 1) : found.start()]
        joined = f"{found[1]}{found[2]}\u0e33"
        if _SARA_AA_AS_AM.search(letter + joined + line[found.end() : found.end() + 3]):
            return found[0]
        count += 1
        return joined

    return _SPLIT_SARA_AM.sub(join, line), count


def _old_glyphs(text: str) -> tuple[str, int]:
    after = text.translate(OLD_GLYPHS)
    return after, sum(one != other for one, other in zip(text, after, strict=True))


def _whole_words(line: str) -> tuple[str, int]:
    """Replace damaged words by those the dictionary is certain of."""
    total = 0
    for _ in range(_ROUNDS if len(line) <= _LONGEST_LINE else 0):
        certain = [one for one in damaged_words(line) if one.is_certain and is_clean(one.word)]
        for one in reversed(certain):
            line = line[: one.start] + one.word + line[one.end :]
        total += len(certain)
        if not certain:
            break
    return line, total
