"""Errors of a fictional nation: damaged words in some plans, one broken file in a few LAOs.

One LAO in a hundred has each kind of broken file; none has two.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from random import Random

from generator.demo.vocabulary import SLIPS

DAMAGED = 0.15
"""Share of LAOs whose texts are damaged, by a person or a conversion."""
BROKEN = 0.01
"""Share of LAOs with each kind of broken file."""
_PROSE = re.compile(r"\s*(?:- )?(?:name|indicator|quantity|quality|benefit|position|text|problems|suggestions): ")
"""Lines of plain text: only these are damaged, so that no reference breaks."""

_CODE = re.compile(rb"\d{7}")

Files = dict[str, bytes]


def slipped(texts: Mapping[str, str], chance: Random) -> tuple[Files, str | None]:
    """Return the files of an LAO with errors, and the kind of its broken file, if any."""
    if chance.random() < DAMAGED:
        texts = {name: damaged(text, chance) for name, text in texts.items()}
    files = {name: text.encode() for name, text in texts.items()}
    drawn = int(chance.random() / BROKEN)
    ways = list(BREAKS)
    if drawn >= len(ways):
        return files, None
    broken = BREAKS[ways[drawn]](files)
    return broken, ways[drawn] if broken != files else None


def damaged(text: str, chance: Random) -> str:
    """Return a text with two kinds of damage in some of the lines that contain their words."""
    lines = text.split("\n")
    for right, wrong in chance.sample(SLIPS, 2):
        at = [number for number, line in enumerate(lines) if right in line and _PROSE.match(line)]
        for number in chance.sample(at, min(len(at), 4)):
            lines[number] = lines[number].replace(right, wrong, 1)
    return "\n".join(lines)


def _change(name: str, old: str, new: str) -> Callable[[Files], Files]:
    """Return a function that breaks a file of the newest plan; an LAO without it is unchanged."""

    def change(files: Files) -> Files:
        path = _newest(files, name)
        return files | {path: files[path].replace(old.encode(), new.encode(), 1)} if path else files

    return change


def _newest(files: Files, name: str) -> str | None:
    found = sorted(path for path in files if path.endswith(f"/{name}"))
    return found[-1] if found else None


def _misnamed(files: Files) -> Files:
    path = _newest(files, "projects.yml")
    return {f"{name}.txt" if name == path else name: text for name, text in files.items()}


def _without_plan(files: Files) -> Files:
    path = _newest(files, "plan.yml")
    return {name: text for name, text in files.items() if name != path}


def _empty_plan(files: Files) -> Files:
    path = _newest(files, "plan.yml")
    return files | {path: b""} if path else files


def _torn_letters(files: Files) -> Files:
    path = _newest(files, "projects.yml")
    return files | {path: files[path][:2_000] + b"\xe0\xb8" + files[path][2_000:]} if path else files


def _merge_left(files: Files) -> Files:
    path = _newest(files, "idp.yml")
    return files | {path: b"<<<<<<< HEAD\n" + files[path] + b"=======\n>>>>>>> main\n"} if path else files


def _other_code(files: Files) -> Files:
    return files | {"lao.yml": _CODE.sub(lambda code: b"%d" % (int(code[0]) ^ 1), files["lao.yml"], count=1)}


BREAKS: dict[str, Callable[[Files], Files]] = {
    "a tab": _change("projects.yml", "    name: ", "\tname: "),
    "no blank after a colon": _change("projects.yml", "    indicator: ", "    indicator:"),
    "an open quote": _change("plan.yml", "title: ", 'title: "'),
    "an unknown key": _change("plan.yml", "strategies:\n", "งบประมาณรวม: ๑๐๐,๐๐๐\nstrategies:\n"),
    "an unknown state": _change("plan.yml", "state: ", "state: ยังไม่แน่ใจ "),
    "another cycle": _change("plan.yml", "cycle: 25", "cycle: รอบหน้า 25"),
    "an unknown department": _change("idp.yml", "department: clerk-office", "department: clerk-offise"),
    "an id twice": _change("projects.yml", "id: s1t2-1\n", "id: s1t1-1\n"),
    "a misnamed file": _misnamed,
    "no plan.yml": _without_plan,
    "an empty plan.yml": _empty_plan,
    "bytes that are no text": _torn_letters,
    "a merge left undone": _merge_left,
    "another code": _other_code,
}
"""Functions that break one file, by kind of error."""
