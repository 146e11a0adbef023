"""The findings of reading, by code: meaning, importance, remedy, one wrong and one right example.

Findings are created where a file is read, with their values; here is the text common to a code, for the command
`phaen check --explain` and for the site. A test compares the catalogue with the codes that reading uses.
"""

from __future__ import annotations

from generator.reading.codes.of_files import FOLDER_CODES, NARRATIVE_CODES
from generator.reading.codes.of_records import RECORD_CODES, REFERENCE_CODES
from generator.reading.codes.of_yaml import FILE_CODES, REFUSAL_CODES, SLIP_CODES
from generator.reading.codes.reading_code import ReadingCode

__all__ = ["READING_CODES", "ReadingCode"]

READING_CODES: dict[str, ReadingCode] = {
    entry.code: entry
    for entries in (
        FILE_CODES,
        REFUSAL_CODES,
        SLIP_CODES,
        RECORD_CODES,
        REFERENCE_CODES,
        FOLDER_CODES,
        NARRATIVE_CODES,
    )
    for entry in entries
}
"""Every code of reading."""
