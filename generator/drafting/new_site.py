"""A site in an empty folder: configuration, hand-written pages, frameworks and schemas of the installed program.

Comes in: a folder. Goes out: the files in their place. The theme is not copied: it stays with the program,
so that an upgrade of the program brings the pages that its templates need.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from pathlib import Path

from generator.errors import UsageError
from generator.site_files import CONFIG, STARTER, THEME, site_file

_IGNORED = """\
/site/
.site-*/
.phaen-cache/
.phaen-new-*/
.phaen-fix-*
*.phaen-bak
"""
"""What builds and commands leave in the folder of a site, for git."""
_THEME_LINE = re.compile(rf"^[ \t]*custom_dir:[ \t]*{re.escape(THEME)}[ \t]*\n", re.MULTILINE)


def is_free(folder: Path) -> bool:
    """Return whether nothing but hidden entries (`.git`, `.venv`) lies in a folder."""
    return all(entry.name.startswith(".") for entry in folder.iterdir())


def lay_out_site(folder: Path) -> tuple[str, ...]:
    """Write the files of a site without LAOs into a folder; return their names, folders with a slash at the end.

    Raises UsageError where the folder is in use. Nothing is left behind when copying fails.
    """
    if not is_free(folder):
        raise UsageError(f"{folder} ไม่ว่าง สร้างเว็บไซต์ใหม่ได้ในโฟลเดอร์ว่างเท่านั้น")
    work = Path(tempfile.mkdtemp(prefix=".phaen-new-", dir=folder))
    try:
        for name in STARTER:
            source, target = site_file(name), work / name
            target.parent.mkdir(parents=True, exist_ok=True)
            if source.is_dir():
                shutil.copytree(source, target)
            else:
                shutil.copyfile(source, target)
        config = work / CONFIG
        config.write_text(_THEME_LINE.sub("", config.read_text("utf-8")), "utf-8", newline="\n")
        (work / "content" / "plans").mkdir()
        if not (folder / ".gitignore").exists():
            (work / ".gitignore").write_text(_IGNORED, "utf-8", newline="\n")
        # The configuration last: a folder that has it is a site.
        for entry in sorted(work.iterdir(), key=lambda one: one.name == CONFIG):
            entry.rename(folder / entry.name)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    return tuple(name if (folder / name).is_file() else f"{name}/" for name in (*STARTER, "content/plans"))
