"""Names what an officer sees in the workbook for a key of a content file: a column, a row of the plan, a sheet.

In: the sheets declared in `plan_sheets.py`, and the keys of the content format. Out: a Thai noun phrase per key. A key
without a column is on the sheet of other values, named by the term that the sheet shows.
"""

from __future__ import annotations

from functools import cache

from generator.intake.plan_content import FILES, MODELS
from generator.intake.workbook.book_layout import ContentPlace, term
from generator.intake.workbook.cell_codecs import Codec
from generator.intake.workbook.plan_sheets import LIST_SHEETS, OTHER_SHEET, PLAN_SHEET, SINGLE_FIELDS
from generator.model.description import keys_of

_FILE_NAMES = {"lao": "lao.yml", "plan": "plan.yml", "projects": "projects.yml", "idp": "idp.yml"}
Key = tuple[str, str]
"""File, and keys separated by dots: `("projects", "projects.budget")`."""


def key_of(place: ContentPlace) -> str:
    """Return the keys of a place without indexes: `projects.budget`."""
    return ".".join(step for step in place.path if isinstance(step, str))


def sheet_of_file(file: str) -> str:
    """Return the sheet of a content file's main list, or the sheet of the plan."""
    own = {spec.key: spec.name for spec in LIST_SHEETS}
    return f"แผ่น “{own.get(file, PLAN_SHEET)}”"


def name_of(key: Key) -> str:
    """Return what an officer sees for a key, or for the nearest key around it; empty for an unknown key."""
    shown = _shown()
    file, path = key
    if key in shown:
        return shown[key]
    if key not in _known():
        return ""
    head = term(ContentPlace(file, tuple(path.split("."))))
    below = [name for name in shown if name[0] == file and name[1].startswith(f"{path}.")]
    if below:
        has_rows = any((one.file, ".".join(one.path)) in below for one in SINGLE_FIELDS)
        return f"แถวที่ขึ้นต้นด้วย “{head}” ของแผ่น “{PLAN_SHEET}”" if has_rows else shown[below[0]]
    for around in _arounds(key):
        if around in shown and around not in _sheets():
            return shown[around]
    return f"“{head}” (แผ่น “{OTHER_SHEET}” ถ้ามีแถวนั้น หรือไฟล์ {_FILE_NAMES[file]} หลังนำเข้า)"


def resolved(key: str, place: ContentPlace | None, file: str = "") -> Key | None:
    """Return the key that a word in a remedy means, seen from a place; None if unknown or ambiguous.

    Like a variable of a program: first the record of the place, then those around it, then the top of the other files,
    then the only one of that name. `file` is the file that the remedy names beside the key.
    """
    known = _known()
    if place is not None and file in ("", place.file):
        steps = key_of(place).split(".")
        for length in range(len(steps), -1, -1):
            found = (place.file, ".".join([*filter(None, steps[:length]), key]))
            if found in known:
                return found
    files = [file] if file else list(FILES)
    tops = [(one, key) for one in files if (one, key) in known]
    if tops:
        return tops[0] if len(tops) == 1 else None
    # A column of the workbook is meant before a value without one.
    for keys in (_shown().keys(), known):
        deeper = [one for one in keys if one[0] in files and one[1].endswith(f".{key}")]
        if deeper:
            return deeper[0] if len(deeper) == 1 else None
    return None


def codec_of(place: ContentPlace) -> Codec | None:
    """Return how the cell of a value is written; None if it has no cell of its own."""
    return _codecs().get((place.file, key_of(place)))


def _arounds(key: Key) -> list[Key]:
    """Return the keys around a key, the nearest first."""
    file, path = key
    steps = path.split(".")
    return [(file, ".".join(steps[:length])) for length in range(len(steps) - 1, 0, -1)]


@cache
def _known() -> dict[Key, None]:
    """Return every key of the content format."""
    of_models = [(file, one.path.replace("[]", "")) for file, model in MODELS.items() for one in keys_of(model)]
    return dict.fromkeys([*of_models, *_shown()])


@cache
def _sheets() -> dict[Key, str]:
    """Return the sheet of each list that has one."""
    return {(spec.file, ".".join(step for step in spec.path if step != "*")): spec.name for spec in LIST_SHEETS}


@cache
def _shown() -> dict[Key, str]:
    """Return the noun phrase of each key with a sheet, a column, or a row of its own."""
    found = {key: f"แผ่น “{name}”" for key, name in _sheets().items()}
    for spec, (file, path) in zip(LIST_SHEETS, _sheets(), strict=True):
        for column in spec.columns:
            key = (file, f"{path}.{column.path.removesuffix('.*')}")
            said = (
                f"คอลัมน์ของแผ่น “{spec.name}”"
                if column.path.endswith(".*")
                else f"คอลัมน์ “{column.heading}” ของแผ่น “{spec.name}”"
            )
            found[key] = said
    for one in SINGLE_FIELDS:
        place = ContentPlace(one.file, one.path)
        found[(one.file, key_of(place))] = f"แถว “{term(place)}” ของแผ่น “{PLAN_SHEET}”"
    return found


@cache
def _codecs() -> dict[Key, Codec]:
    found: dict[Key, Codec] = {(one.file, ".".join(one.path)): one.codec for one in SINGLE_FIELDS}
    for spec, (file, path) in zip(LIST_SHEETS, _sheets(), strict=True):
        found |= {(file, f"{path}.{column.path.removesuffix('.*')}"): column.codec for column in spec.columns}
    return found
