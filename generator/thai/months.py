"""The names of the months, including common misspellings of Thai offices.

Only tables; 1 is January.
"""

from __future__ import annotations

from typing import Final

# Full, abbreviated, and as spoken.
_NAMES: Final = (
    ("มกราคม", "ม.ค.", "มกรา"),
    ("กุมภาพันธ์", "ก.พ.", "กุมภา"),
    ("มีนาคม", "มี.ค.", "มีนา"),
    ("เมษายน", "เม.ย.", "เมษา"),
    ("พฤษภาคม", "พ.ค.", "พฤษภา"),
    ("มิถุนายน", "มิ.ย.", "มิถุนา"),
    ("กรกฎาคม", "ก.ค.", "กรกฎา"),
    ("สิงหาคม", "ส.ค.", "สิงหา"),
    ("กันยายน", "ก.ย.", "กันยา"),
    ("ตุลาคม", "ต.ค.", "ตุลา"),
    ("พฤศจิกายน", "พ.ย.", "พฤศจิกา"),
    ("ธันวาคม", "ธ.ค.", "ธันวา"),
)
FULL: Final = tuple(full for full, _, _ in _NAMES)
SHORT: Final = tuple(short for _, short, _ in _NAMES)
# So frequent in signed documents that refusing them would only cost the officer time.
_MISSPELT: Final = {
    "กุมภาพันธุ์": 2,
    "กุมภาพันธ": 2,
    "เมษยน": 4,
    "พฤกษภาคม": 5,
    "กรกฏาคม": 7,
    "กรกฏา": 7,
    "กันยานยน": 9,
    "พฤษจิกายน": 11,
    "พฤศจิการยน": 11,
    "ธันวาคาม": 12,
}
MONTHS: Final = _MISSPELT | {name.replace(".", ""): month for month, names in enumerate(_NAMES, 1) for name in names}
"""Name without dots -> month."""

LAST_DAYS: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
"""The last day of each month, of February in a leap year."""
