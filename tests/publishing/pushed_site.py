"""A bare repository with two fictional LAOs and a site folder, for tests of releases."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from generator.building.outputs.kinds import ALL
from generator.publishing.builder import Builder
from generator.publishing.queue import AcceptedPush, put_push
from generator.publishing.release_making import ReleaseMaker
from generator.publishing.site_dir import SiteDir, SiteSettings
from tests.building_blocks import PUBLISHED, ROOT, make_lao, make_site

CODES = ("5999901", "5999902")
OUTPUTS = tuple(output for output in ALL if output.name != "pdf")
"""Without PDFs, which take longer than everything else together."""
DAY = "2024-06-01"
_WHO = {"GIT_AUTHOR_NAME": "งานการเจ้าหน้าที่", "GIT_AUTHOR_EMAIL": "office@example.go.th"}
_WHO |= {name.replace("AUTHOR", "COMMITTER"): value for name, value in _WHO.items()}


class PushedSite:
    """The repository, an officer's clone of it, and the site's folder."""

    def __init__(self, folder: Path) -> None:
        """Make a repository with a content folder on main, and set up the site."""
        self.clone = folder / "clone"
        self.bare = folder / "plans.git"
        self.site = SiteDir(folder / "site")
        content = make_site(self.clone)
        for made in self.clone.iterdir():  # only content is pushed: a site's own files are installed
            if made != content:
                made.unlink() if made.is_symlink() or made.is_file() else shutil.rmtree(made)
        shutil.copytree(PUBLISHED / "pages", content / "pages", dirs_exist_ok=True)
        make_lao(content, CODES[0])
        make_lao(content, CODES[1], "bok-phrong")
        self.git("init", "--quiet", "--initial-branch=main", "--template=")
        (self.clone / ".git/info").mkdir(exist_ok=True)  # a hostile clone commits what .gitattributes would exclude
        (self.clone / ".git/info/attributes").write_text("* -text -ident -filter !working-tree-encoding\n", "utf-8")
        subprocess.run(["git", "init", "--quiet", "--bare", "--initial-branch=main", str(self.bare)], check=True)
        self.git("remote", "add", "origin", str(self.bare))
        self.site.set_up(SiteSettings(repository=str(self.bare), config=str(ROOT / "mkdocs.yml")))
        self.push("first")

    @property
    def content(self) -> Path:
        """The content folder of the clone."""
        return self.clone / "content"

    def lao(self, code: str = CODES[0]) -> Path:
        """Return the folder of an LAO in the clone."""
        return next((self.content / "plans").glob(f"{code}-*"))

    def edit(self, code: str, old: str, new: str, file: str = "lao.yml") -> None:
        """Change a file of an LAO."""
        place = self.lao(code) / file
        text = place.read_text("utf-8")
        assert old in text
        place.write_text(text.replace(old, new), "utf-8")

    def rename(self, name: str, code: str = CODES[0]) -> None:
        """Change the name of an LAO."""
        lines = (self.lao(code) / "lao.yml").read_text("utf-8").split("\n")
        named = [f"name: {name}" if line.startswith("name:") else line for line in lines]
        (self.lao(code) / "lao.yml").write_text("\n".join(named), "utf-8")

    def git(self, *arguments: str) -> str:
        """Run git in the clone."""
        environment = {**os.environ, **_WHO, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        done = subprocess.run(["git", *arguments], cwd=self.clone, env=environment, check=True, capture_output=True)
        return done.stdout.decode().strip()

    def push(self, message: str, *, is_queued: bool = True) -> str:
        """Commit everything, push it to main, and add it to the queue like an accepted push; return the commit."""
        self.git("add", "--all", "--force")
        self.git("commit", "--quiet", "--allow-empty", "--message", message)
        self.git("push", "--quiet", "origin", "HEAD:main")
        commit = self.git("rev-parse", "HEAD")
        if is_queued:
            self.queue(commit)
        return commit

    def queue(self, commit: str, ref: str = "refs/heads/lao/5999901", codes: tuple[str, ...] = CODES[:1]) -> None:
        """Put an accepted push into the queue."""
        put_push(self.site.queue, AcceptedPush(ref, commit, codes, "2026-11-28T16:30:05Z"))

    def maker(self) -> ReleaseMaker:
        """Return what makes releases."""
        return ReleaseMaker(self.site, outputs=OUTPUTS, jobs=1, day=DAY)

    def builder(self) -> Builder:
        """Return a builder."""
        return Builder(self.site, self.maker(), sleep=lambda _: None)

    def publish(self) -> None:
        """Build the queued pushes."""
        self.builder().run()

    def page(self, code: str = CODES[0]) -> str:
        """Return the live page of an LAO."""
        return (self.site.current / "lao" / code / "index.html").read_text("utf-8")
