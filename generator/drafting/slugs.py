"""The readable part of a folder name: Thai name in, `phon-thong` out. No address depends on it.

pythainlp's `royin` needs no download, but loses syllables in long words (`upnratthani`), so it is called per syllable,
which reads well but is not an official romanisation. `--slug` overrides it.
"""

from __future__ import annotations

import os
import re

from generator.errors import UsageError

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST = 40
FALLBACK = "lao"
"""For names that cannot be romanised."""


def checked_slug(slug: str) -> str:
    """Return a requested slug; raise UsageError if it cannot be part of a folder name."""
    if not _SLUG.fullmatch(slug) or len(slug) > _LONGEST:
        raise UsageError(
            f"--slug “{slug[:60]}” ใช้ไม่ได้ ใช้ตัวอักษรอังกฤษตัวเล็ก ตัวเลข และขีดกลาง ไม่เกิน {_LONGEST} ตัว เช่น phon-thong"
        )
    return slug


def slug_of(name: str) -> str:
    """Return an ASCII slug that sounds like the Thai name; FALLBACK if that fails."""
    # Without this, the import creates a folder in the home folder, and fails if that is not writable.
    os.environ.setdefault("PYTHAINLP_READ_ONLY", "1")
    # Late: takes half a second, needed only for new folders.
    from pythainlp.tokenize import subword_tokenize
    from pythainlp.transliterate import romanize

    syllables = subword_tokenize(name[:60], engine="dict", keep_whitespace=False)
    # royin sometimes leaves a Thai character in its result: without it, the rest is close enough.
    sounds = (re.sub("[^a-z0-9]", "", romanize(syllable, engine="royin").lower()) for syllable in syllables)
    slug = "-".join(sound for sound in sounds if sound)
    return slug if _SLUG.fullmatch(slug) and len(slug) <= _LONGEST else FALLBACK
