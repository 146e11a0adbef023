"""What goes wrong in a fictional nation: words typed wrongly in some plans, files broken in a few."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from generator.demo.vocabulary import SLIPS

MISTYPED = 0.15
"""Of all LAOs, those with words typed wrongly."""
BROKEN = 0.01
"""Of all LAOs, those with one file broken."""

Files = dict[str, str]


def slipped(files: Files, chance: Random) -> Files:
    """Return the files of an LAO with what went wrong in them, if anything did."""
    if chance.random() < MISTYPED:
        files = {name: _mistyped(text, chance) for name, text in files.items()}
    if chance.random() < BROKEN:
        files = chance.choice(_BREAKS)(dict(files))
    return files


def _mistyped(text: str, chance: Random) -> str:
    """Return a text with one kind of slip in some of the lines that hold its word."""
    right, wrong = chance.choice(SLIPS)
    lines = text.split("\n")
    at = [number for number, line in enumerate(lines) if right in line and not line.startswith("#")]
    for number in chance.sample(at, min(len(at), 3)):
        lines[number] = lines[number].replace(right, wrong, 1)
    return "\n".join(lines)


def _in_newest(files: Files, name: str, change: Callable[[str], str]) -> Files:
    """Change a file of the newest plan; an LAO without plans stays as it is."""
    found = sorted(path for path in files if path.endswith(f"/{name}"))
    return files | {found[-1]: change(files[found[-1]])} if found else files


def _tab(files: Files) -> Files:
    return _in_newest(files, "projects.yml", lambda text: text.replace("    name: ", "\tname: ", 1))


def _no_blank(files: Files) -> Files:
    return _in_newest(files, "projects.yml", lambda text: text.replace("    indicator: ", "    indicator:", 1))


def _open_quote(files: Files) -> Files:
    return _in_newest(files, "plan.yml", lambda text: text.replace("title: ", 'title: "', 1))


def _unknown_key(files: Files) -> Files:
    return _in_newest(files, "plan.yml", lambda text: f"{text}งบประมาณรวม: ๑๐๐,๐๐๐\n")


def _unknown_state(files: Files) -> Files:
    return _in_newest(files, "plan.yml", lambda text: text.replace("state: announced", "state: ยังไม่แน่ใจ", 1))


def _unknown_cycle(files: Files) -> Files:
    return _in_newest(files, "plan.yml", lambda text: text.replace("cycle: 25", "cycle: ปี 25", 1))


def _unknown_department(files: Files) -> Files:
    return _in_newest(files, "idp.yml", lambda text: text.replace("department: finance", "department: finanse", 1))


def _same_id_twice(files: Files) -> Files:
    return _in_newest(files, "projects.yml", lambda text: text.replace("id: s1t2-1\n", "id: s1t1-1\n", 1))


def _misnamed_file(files: Files) -> Files:
    found = sorted(path for path in files if path.endswith("/projects.yml"))
    return {f"{path}.txt" if path in found[-1:] else path: text for path, text in files.items()}


_BREAKS = (
    _tab,
    _no_blank,
    _open_quote,
    _unknown_key,
    _unknown_state,
    _unknown_cycle,
    _unknown_department,
    _same_id_twice,
    _misnamed_file,
)
"""Ways in which a file is broken, each as likely."""
