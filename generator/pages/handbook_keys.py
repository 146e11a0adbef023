"""The handbook's tables of the content format, made from the model: keys of each file, accepted words, written forms.

In: the descriptions of `model/description.py`. Out: HTML. Nothing here depends on content, so a table is made once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from markupsafe import Markup

from generator.model.description import FILES, Key, keys_of
from generator.model.roles import Role
from generator.words import interface

_OFFICERS_FILES = tuple(file for file in FILES if not file.startswith("frameworks/"))
"""Files written by officers; those of the frameworks are kept by the editors of the site."""


@cache
def keys_table(file: str) -> str:
    """Return a table of every key of a file: Thai term, what to write, whether it is required."""
    rows = Markup("\n").join(map(_key_row, keys_of(FILES[file])))
    name = "".join(letter for letter in file.partition(".")[0].partition("/")[0] if letter.isalpha())
    caption = Markup("หัวข้อของไฟล์ <code>{}</code>").format(file)
    return _table(f"keys-{name}", caption, ("หัวข้อ", "ความหมาย", "เขียนอะไร"), rows)


@cache
def accepted_words() -> str:
    """Return a table of every word fixed by the format, by key: each value with all words that mean it."""
    places: dict[tuple[str, tuple[tuple[str, ...], ...]], list[tuple[str, Key]]] = {}
    for file in _OFFICERS_FILES:
        for key in keys_of(FILES[file]):
            if key.field.role is Role.OWN_WORD:
                places.setdefault((key.field.name, key.field.is_.choices), []).append((file, key))
    rows = Markup("\n").join(
        _row(
            Markup("<code>{}</code>").format(name),
            {"อยู่ที่ใด": _lines(_where(found)), "คำที่ใช้ได้": _lines(map(_same, choices))},
        )
        for (name, choices), found in places.items()
    )
    return _table("accepted-words", Markup("คำที่ใช้ได้ คำในบรรทัดเดียวกันหมายถึงค่าเดียวกัน"), ("หัวข้อ", "อยู่ที่ใด", "คำที่ใช้ได้"), rows)


@cache
def written_forms() -> str:
    """Return a table of how money, periods, days, years and counts may be written."""
    kinds: dict[tuple[Role, tuple[str, ...]], dict[str, None]] = {}
    for file in _OFFICERS_FILES:
        for key in keys_of(FILES[file]):
            if key.forms:
                kinds.setdefault((key.field.role, key.forms), {})[key.field.name] = None
    rows = Markup("\n").join(
        _row(
            Markup("{}").format(interface.ROLE[role]),
            {
                "หัวข้อ": Markup(" ").join(Markup("<code>{}</code>").format(name) for name in names),
                "ตัวอย่าง": Markup("").join(Markup("<pre><code>{}</code></pre>").format(form) for form in forms),
            },
        )
        for (role, forms), names in kinds.items()
    )
    return _table("written-forms", Markup("รูปแบบที่เขียนได้ แต่ละกรอบคือหนึ่งแบบ"), ("ชนิดของค่า", "หัวข้อ", "ตัวอย่าง"), rows)


def _table(name: str, caption: Markup, heads: Iterable[str], rows: Markup) -> str:
    return Markup(
        '<div class="table-scroll" role="region" tabindex="0" aria-labelledby="{id}">\n'
        '<table class="table table--stack">\n'
        '<caption id="{id}">{caption}</caption>\n<thead><tr>{heads}</tr></thead>\n'
        "<tbody>\n{rows}\n</tbody>\n</table>\n</div>"
    ).format(
        id=f"{name}-caption",
        caption=caption,
        heads=Markup("").join(Markup('<th scope="col">{}</th>').format(head) for head in heads),
        rows=rows,
    )


def _key_row(key: Key) -> Markup:
    *around, name = key.path.split(".")
    return _row(
        Markup("{}<code>{}</code>").format("– " * len(around), name.removesuffix("[]")),
        {
            "ความหมาย": Markup("{}{}").format(key.term, " (ต้องมี)" if key.is_required else ""),
            "เขียนอะไร": _written(key),
        },
    )


def _row(head: Markup, cells: Mapping[str, Markup]) -> Markup:
    """Return a row: its head, and its cells by column heading, which precedes each cell on a phone."""
    return Markup('<tr><th scope="row">{}</th>{}</tr>').format(
        head,
        Markup("").join(
            Markup('<td data-label="{}"><div>{}</div></td>').format(label, cell) for label, cell in cells.items()
        ),
    )


def _written(key: Key) -> Markup:
    role = key.field.role
    is_list = key.path.endswith("[]")
    if role is Role.RECORD:
        return Markup("{}").format(interface.RECORDS if is_list else interface.ROLE[role])
    said = interface.ROLE[role]
    if role is Role.REFERENCE:
        said = f"{said}{interface.REFERENCED[key.field.is_.of]}"
    if is_list:
        said = f"รายการของ{said}"
    if role is Role.OWN_WORD:
        return Markup("{}: {}").format(said, Markup(" · ").join(_same(choice[:2]) for choice in key.field.is_.choices))
    short = [form for form in key.forms if "\n" not in form and form != '""'][:3]
    if not short:
        return Markup("{}").format(said)
    return Markup("{} เช่น {}").format(said, Markup(" ").join(Markup("<code>{}</code>").format(one) for one in short))


def _where(found: Iterable[tuple[str, Key]]) -> Iterator[Markup]:
    for file, key in found:
        path = key.path.replace("[]", "").replace(".", " › ")
        yield Markup("<code>{file}</code> {path} ({term})").format(file=file, path=path, term=key.term)


def _same(choice: Iterable[str]) -> Markup:
    """Return the words that mean one value."""
    return Markup(" = ").join(Markup("<code>{}</code>").format(word) for word in choice)


def _lines(parts: Iterable[Markup]) -> Markup:
    return Markup("<br>").join(parts)
