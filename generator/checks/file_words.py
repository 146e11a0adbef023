"""What a file of an LAO's folder is called in messages: citizens read them, and a file name tells them nothing.

Where a finding stands by file and line is in its location.
"""

from __future__ import annotations

_WORDS = {
    "lao.yml": "ข้อมูล อปท.",
    "guidelines.yml": "แนวทางการพัฒนา",
    "plan.yml": "ตัวแผน",
    "projects.yml": "ตารางโครงการ",
    "idp.yml": "แผนรายบุคคล",
    "narrative.md": "เนื้อความ",
}


def file_in_words(path: str) -> str:
    """Return the Thai words for a file, by its path below the LAO's folder."""
    folder, _, name = path.rpartition("/")
    return "ผลการดำเนินงาน" if folder.endswith("results") else _WORDS.get(name, "เอกสารแนบ")
