"""Lines of real official Thai, and the same with one wrong letter in a common word, to measure the spelling rules.

The lines are the values of the national documents in content/; pythainlp splits the words, not our own code.
"""

from __future__ import annotations

import os
import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from tests.building_blocks import PUBLISHED

_CONSONANTS = "กขคงจฉชซญฎฏฐณดตถทธนบปผฝพฟภมยรลวศษสหอฮ"
_ALIKE = (_CONSONANTS, "ิีึืุูั", "่้๊๋็์", "เแโใไ", "ะาำ")
"""A wrong letter is replaced by one of the same kind."""
_SHORTEST_LINE, _SHORTEST_WORD, _COMMON = 20, 4, 3


@dataclass(frozen=True)
class WrongLine:
    """A line with one wrong letter."""

    text: str
    right: str
    word: str
    wrong: str


def clean_lines() -> list[str]:
    """Return the distinct lines of Thai in the national documents, in their order."""
    found: dict[str, None] = {}
    for file in sorted((PUBLISHED / "frameworks").rglob("*.yml")):
        for text in _texts(yaml.safe_load(file.read_text("utf-8"))):
            found |= dict.fromkeys(line.strip() for line in text.split("\n"))
    return [line for line in found if len(line) >= _SHORTEST_LINE and len(re.findall("[ก-๎]", line)) > 0.6 * len(line)]


def wrong_lines(count: int, seed: int) -> list[WrongLine]:
    """Return lines with one wrong letter in a word that the documents use several times."""
    os.environ.setdefault("PYTHAINLP_READ_ONLY", "1")
    from pythainlp.corpus.common import thai_words
    from pythainlp.tokenize import word_tokenize

    dictionary = thai_words()
    cut = {line: word_tokenize(line, engine="newmm") for line in clean_lines()}
    often = Counter(word for words in cut.values() for word in words)
    common = {word for word, times in often.items() if times >= _COMMON and len(word) >= _SHORTEST_WORD} & dictionary
    chance = random.Random(seed)  # noqa: S311  # no secret: the same lines each time
    lines = [line for line, words in cut.items() if common.intersection(words)]
    found = []
    for line in chance.sample(lines, count):
        word = chance.choice([one for one in cut[line] if one in common])
        wrong = _with_a_wrong_letter(word, chance)
        while wrong in dictionary:
            wrong = _with_a_wrong_letter(word, chance)
        found.append(WrongLine(line.replace(word, wrong, 1), line, word, wrong))
    return found


def _with_a_wrong_letter(word: str, chance: random.Random) -> str:
    at = chance.choice([at for at, letter in enumerate(word) if letter in "".join(_ALIKE)])
    kind = next(letters for letters in _ALIKE if word[at] in letters)
    return word[:at] + chance.choice(kind.replace(word[at], "")) + word[at + 1 :]


def _texts(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list):
        for one in data.values() if isinstance(data, dict) else data:
            yield from _texts(one)
