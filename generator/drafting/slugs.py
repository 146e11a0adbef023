"""The readable part of a folder name: Thai name in, `phon-thong` out. No address depends on it.

pythainlp's `royin` needs no download, but loses syllables over whole words (`upnratthani`): it is asked syllable by
syllable, which reads well and is no official romanisation. `--slug` is for whoever wants another.
"""

from __future__ import annotations

import os
import re

from generator.errors import UsageError

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST = 40
FALLBACK = "lao"
"""For a name that cannot be romanised."""


def checked_slug(slug: str) -> str:
    """Return the slug that somebody asked for; raise UsageError for what cannot be part of a folder name."""
    if not _SLUG.fullmatch(slug) or len(slug) > _LONGEST:
        raise UsageError(
            f"--slug “{slug[:60]}” ใช้ไม่ได้ ใช้ตัวอักษรอังกฤษตัวเล็ก ตัวเลข และขีดกลาง ไม่เกิน {_LONGEST} ตัว เช่น phon-thong"
        )
    return slug


def slug_of(name: str) -> str:
    """Return an ASCII slug that sounds like the Thai name; FALLBACK where none can be made."""
    # Without this, the import makes a folder in the home folder, and fails where there is none to write to.
    os.environ.setdefault("PYTHAINLP_READ_ONLY", "1")
    # Late: half a second that only a new folder needs.
    from pythainlp.tokenize import subword_tokenize
    from pythainlp.transliterate import romanize

    syllables = subword_tokenize(name[:60], engine="dict", keep_whitespace=False)
    # Now and then royin leaves a Thai sign in its answer: what is left without it still sounds near enough.
    sounds = (re.sub("[^a-z0-9]", "", romanize(syllable, engine="royin").lower()) for syllable in syllables)
    slug = "-".join(sound for sound in sounds if sound)
    return slug if _SLUG.fullmatch(slug) and len(slug) <= _LONGEST else FALLBACK
