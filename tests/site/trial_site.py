"""The real content with one fictional LAO, whose plan has what the real ones lack: results,
money by year, methods of projects.
"""

from __future__ import annotations

import datetime
import re
import shutil
from collections.abc import Callable
from pathlib import Path

from generator.engine.batch import build_site
from generator.settings import Settings
from generator.thai.numerals import to_arabic
from tests.building_blocks import PUBLISHED
from tests.checks.case import BLAMELESS, CODE, FOLDER, PLAN

ROOT = Path(__file__).parents[2]
TODAY = datetime.date(2026, 11, 21)
SHARED_TITLE = "โครงการปฐมนิเทศบุคลากรใหม่"
"""Title of a project that both a real LAO and the fictional one have."""
FORMER_CODE = "6999901"
"""Code of the fictional LAO before it was upgraded."""
REPORTED = f"/lao/{CODE}/{PLAN}/"
"""Address of the fictional plan."""


def build_trial_site(folder: Path) -> Path:
    """Write `content` and the finished `site` below `folder`; return the site."""
    content, site = folder / "content", folder / "site"
    shutil.copytree(PUBLISHED, content)
    shutil.copytree(BLAMELESS, content / "plans" / FOLDER)
    plan = content / "plans" / FOLDER / PLAN
    _rewrite(
        plan.parent / "lao.yml", r"\Z", lambda _: f"former_codes:\n  - {{code: {FORMER_CODE}, until: 30 ก.ย. 2560}}\n"
    )
    _rewrite(plan / "projects.yml", r"budget: ([๐-๙,]+)\n", _by_year)
    _rewrite(plan / "projects.yml", r"name: โครงการฝึกอบรมตามตำแหน่ง", lambda _: f"name: {SHARED_TITLE}")
    _rewrite(plan / "projects.yml", r"    indicator: ร้อยละของ", lambda match: f"    methods: [method-2]\n{match[0]}")
    _rewrite(plan / "projects.yml", r"    indicator: จำนวนบทเรียน", lambda match: f"    methods: [method-5]\n{match[0]}")
    _rewrite(plan / "results" / "2567.yml", r"s1t1-2, status: done", lambda _: "s1t1-2, status: in_progress")
    _rewrite(plan / "results" / "2567.yml", r"  - {project: s2t1-2,.*\n", lambda _: "")
    build_site(ROOT / "mkdocs.yml", Settings(content=content, today=TODAY), site)
    return site


def _by_year(match: re.Match[str]) -> str:
    """Split a project's money over its years."""
    year = int(to_arabic(match[1]).replace(",", "")) // 3
    return f"budget: {{2567: {year}, 2568: {year}, 2569: {year}}}\n"


def _rewrite(file: Path, pattern: str, replacement: Callable[[re.Match[str]], str]) -> None:
    file.write_text(re.sub(pattern, replacement, file.read_text("utf-8")), "utf-8")
