"""Where Thai text may be cut: between two words. Splits by the cheapest path through the words of the dictionary."""

from __future__ import annotations

import re

from generator.thai.word_costs import dictionary_words

_OTHER = re.compile("[A-Za-z0-9๐-๙]+|.", re.DOTALL)
"""What no Thai word begins with: letters and digits of other words, or one sign."""
_THAI = re.compile("[\u0e01-\u0e2e\u0e30-\u0e3a\u0e40-\u0e45\u0e47-\u0e4e]")
_UNKNOWN = 24.0
"""Cost of a letter outside the words, more than that of a rare word."""
_LOOK_AHEAD = 28
"""Letters read beyond the cut; the length of the longest words."""


def last_word_end(text: str, most: int) -> int:
    """Return the last place between two words of a text that is at most `most`; 0 if there is none."""
    text = text[: most + _LOOK_AHEAD]
    paths = _cheapest_paths(text)
    end, is_unknown = len(text), False
    while end:
        start, unknown = paths[end][1:]
        # Unknown letters in a row may be one name.
        if end <= most and not (unknown and is_unknown):
            return end
        end, is_unknown = start, unknown
    return 0


def _cheapest_paths(text: str) -> list[tuple[float, int, bool]]:
    """Return for each place the cost of the words before it, where the last one starts, and whether it is unknown."""
    words = dictionary_words()
    paths = [(0.0, 0, False), *[(float("inf"), 0, False)] * len(text)]
    for start, letter in enumerate(text):
        cost = paths[start][0]
        if _THAI.match(letter):
            steps = [(end, words.cost[text[start:end]], False) for end in words.ends(text, start)]
            steps.append((start + 1, _UNKNOWN, True))
        else:
            match = _OTHER.match(text, start)
            steps = [(match.end() if match else start + 1, 0.0, False)]
        for end, step, unknown in steps:
            if cost + step < paths[end][0]:
                paths[end] = (cost + step, start, unknown)
    return paths
