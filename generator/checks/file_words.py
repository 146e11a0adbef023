"""Thai names for the files of an LAO's folder: citizens read messages, and a file name tells them nothing.

The location of a finding gives its file and line.
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
    """Return the Thai name of a file, by its path in the LAO's folder."""
    folder, _, name = path.rpartition("/")
    return "ผลการดำเนินงาน" if folder.endswith("results") else _WORDS.get(name, "เอกสารแนบ")
