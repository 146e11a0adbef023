"""`phaen redact` removes leaked texts from every commit, release and cache; the history declares it and verifies."""

from __future__ import annotations

import datetime
import re
import subprocess
from pathlib import Path

import pygit2
import pytest
from click.testing import CliRunner, Result
from pygit2.enums import FileMode

from generator.cli import main
from generator.history.integrity import TraceKind, Weight
from generator.history.manifests import read_root_manifest
from generator.history.redactions import Declaration
from generator.history.repository_integrity import verify_repository
from generator.publishing.access import read_access
from generator.publishing.gate import judge
from generator.publishing.landing import LandingError, land
from generator.publishing.pushed_objects import open_push
from generator.publishing.pushed_refs import Update
from generator.publishing.redacted_commits import read_redacted, restore_redacted
from generator.publishing.redacted_texts import REPLACEMENT
from generator.publishing.redaction import Rewriter, Signer, Wanted
from generator.publishing.release_folders import ReleaseFolders
from generator.publishing.site_dir import SiteSettings
from tests.building_blocks import ROOT
from tests.publishing.push_server import must_git
from tests.publishing.pushed_site import CODES, PushedSite

LEAK = "สมมุติ  ไม่มีตัวตน 98-765-4321"
REASON = "มีชื่อและเลขที่บัญชีของบุคคลในชื่อหน่วยงาน"
REF = f"refs/heads/lao/{CODES[0]}"
ACCESS = "officers:\n  own: [5999901]\ncentral_office: [central]\nsigners: allowed_signers\n"


class Leaked(PushedSite):
    """A site whose first LAO published a leak, removed it, and continued; with the central office's key."""

    def __init__(self, folder: Path) -> None:
        """Make it and publish each of the three versions."""
        super().__init__(folder)
        self.keys = folder / "keys"
        self.keys.mkdir()
        signers = []
        for name in ("central", "own"):
            arguments = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", str(self.keys / name)]
            subprocess.run(arguments, check=True)
            signers.append(f'{name} namespaces="git" {(self.keys / f"{name}.pub").read_text("utf-8")}')
        (self.keys / "allowed_signers").write_text("".join(signers), "utf-8")
        (self.keys / "access.yml").write_text(ACCESS, "utf-8")
        settings = SiteSettings(str(self.bare), str(ROOT / "mkdocs.yml"), str(self.keys / "access.yml"))
        self.site.set_up(settings)
        self.publish()
        self.before_leak = self.git("rev-parse", "HEAD")
        self.rename(f"ตัวอย่าง {LEAK}")
        self.push("แก้ชื่อ")
        self.publish()
        self.leaking = self.git("rev-parse", "HEAD")
        self.manifest = folder / "manifest.json"
        self.manifest.write_bytes((self.site.current / "manifest.json").read_bytes())
        self.rename("ตัวอย่าง")
        self.push("นำชื่อออก")
        self.rename("แห่งอื่น", CODES[1])
        self.push("แก้ชื่อของแห่งอื่น")
        self.publish()
        self.listed = folder / "leak.txt"
        self.listed.write_text(f"{LEAK.split(' 98-')[0]}\n๙๘๗๖๕๔๓๒๑\n", "utf-8")

    def redact(self, *more: str, key: str = "central", reason: str = REASON) -> Result:
        """Run the command as the central office does."""
        own = ["--site", str(self.site.root), "--key", str(self.keys / key), "--reason", reason, "--jobs", "1"]
        return CliRunner().invoke(main, ["redact", *own, "--texts", str(self.listed), *more])

    def holds(self) -> list[str]:
        """Return where the leak still is: files of the site's folder, and objects of the repository."""
        wanted = [part.encode() for part in ("ไม่มีตัวตน", "98-765")]
        files = [str(one) for one in self.site.root.rglob("*") if one.is_file() and _has(one.read_bytes(), wanted)]
        form = "--batch-check=%(objectname) %(objecttype)"
        listed = self._bare("cat-file", form, "--batch-all-objects").decode().split("\n")[:-1]
        blobs = [line.split(" ") for line in listed]
        return files + [oid for oid, kind in blobs if _has(self._bare("cat-file", kind, oid), wanted)]

    def _bare(self, *arguments: str) -> bytes:
        return subprocess.run(["git", *arguments], cwd=self.bare, check=True, capture_output=True).stdout


def _has(content: bytes, wanted: list[bytes]) -> bool:
    return any(one in content for one in wanted)


@pytest.fixture(scope="module")
def leaked(tmp_path_factory: pytest.TempPathFactory) -> Leaked:
    return Leaked(tmp_path_factory.mktemp("leaked"))


@pytest.fixture(scope="module")
def redacted(leaked: Leaked) -> Leaked:
    """Return the same, redacted; tests of refusals run before it."""
    assert any("/releases/" in place or "/store/" in place for place in leaked.holds())
    answer = leaked.redact()
    assert answer.exit_code == 0, answer.output
    return leaked


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"key": "own"}, "ไม่ใช่ของผู้ใช้ใน central_office"),
        ({"reason": " "}, "ยังไม่ได้เขียนเหตุผล"),
        ({"reason": "ลบ 1234567890121"}, "เหตุผลมีข้อมูลส่วนบุคคล"),
    ],
)
def test_a_refused_redaction_changes_nothing(leaked: Leaked, change: dict[str, str], message: str) -> None:
    before = leaked.git("ls-remote", "origin")
    answer = leaked.redact(**change)
    assert answer.exit_code == 2
    assert message in answer.output
    assert leaked.git("ls-remote", "origin") == before


def test_a_dry_run_names_the_files_and_changes_nothing(leaked: Leaked) -> None:
    before = leaked.git("ls-remote", "origin")
    answer = leaked.redact("--dry-run")
    assert "พบใน 1 เวอร์ชัน อปท. 5999901" in answer.output
    assert f"content/plans/{leaked.lao().name}/lao.yml" in answer.output
    assert LEAK not in answer.output
    assert leaked.git("ls-remote", "origin") == before


def test_a_text_in_a_binary_file_is_reported_and_changes_nothing(leaked: Leaked) -> None:
    scan = leaked.lao() / "scan.pdf"
    scan.write_bytes(b"%PDF-1.4 \xff" + "สมมุติ ไม่มีตัวตน".encode())
    leaked.git("add", "-A", "-f")
    leaked.git("commit", "-q", "-m", "แนบไฟล์")
    leaked.git("push", "-q", "origin", "HEAD:refs/heads/draft/5999901")
    before = leaked.git("ls-remote", "origin")
    answer = leaked.redact()
    assert answer.exit_code == 2, answer.output
    assert "scan.pdf" in answer.output
    assert leaked.git("ls-remote", "origin") == before
    leaked.git("push", "-q", "origin", ":refs/heads/draft/5999901")
    leaked.git("reset", "-q", "--hard", "HEAD~1")


def test_the_leak_is_in_no_object_release_or_cache(redacted: Leaked) -> None:
    assert redacted.holds() == []
    assert len(ReleaseFolders(redacted.site).all()) == 1


def test_versions_before_the_leak_keep_their_ids_and_none_is_lost(redacted: Leaked) -> None:
    commits = redacted.git("ls-remote", "origin", "main").split()[0]
    listed = subprocess.run(
        ["git", "rev-list", "--first-parent", commits], cwd=redacted.bare, check=True, capture_output=True, text=True
    ).stdout.split()
    assert len(listed) == 4
    assert listed[-1] == redacted.before_leak
    assert redacted.leaking not in listed


def test_verify_reports_a_declared_redaction_and_no_tampering(redacted: Leaked) -> None:
    earlier = read_root_manifest(redacted.manifest.read_bytes())
    found = verify_repository(redacted.bare, earlier, redacted.keys / "allowed_signers")
    grave = [trace for trace in found.traces if trace.weight is Weight.TAMPERED]
    assert [(trace.kind, trace.place) for trace in grave] == [(TraceKind.UNSIGNED, redacted.before_leak)]
    assert [trace.code for trace in found.traces if trace.kind is TraceKind.REDACTED][-1] == CODES[0]
    assert found.counts["valid"] == 3


def test_the_history_page_states_when_and_why(redacted: Leaked) -> None:
    def page(code: str) -> str:
        return (redacted.site.current / f"lao/{code}/2567-2569/history/index.html").read_text("utf-8")

    assert REASON in page(CODES[0])
    assert "Redacts" not in page(CODES[0])
    assert "Redacts" not in page(CODES[1])
    assert REASON not in page(CODES[1])


def test_an_old_clone_cannot_bring_the_leak_back(redacted: Leaked) -> None:
    old = redacted.git("rev-parse", "HEAD")
    redacted.git("push", "-q", "origin", f"HEAD:{REF}")  # bypassing the hooks, like one accepted before
    objects, access = open_push(redacted.bare, {}), read_access(redacted.keys / "access.yml")
    officer = access.user("own")
    assert officer
    verdict = judge(objects, access, officer, [Update("", old, REF)], {}, datetime.date(2026, 11, 28))
    assert [finding.code for finding in verdict.findings] == ["PUSH-015"]
    with pytest.raises(LandingError, match="ปกปิดข้อมูลส่วนบุคคลไปแล้ว"):
        land(objects, access, REF, old)
    redacted.git("push", "-q", "origin", f":{REF}")


def test_a_clone_from_before_learns_why_its_branch_does_not_fit(redacted: Leaked) -> None:
    """git would only say that the branch is behind, and a rebase would bring the leak back."""
    old = redacted.git("rev-parse", "HEAD")
    redacted.git("push", "-q", "origin", f"HEAD:{REF}")  # bypassing the hooks
    objects, access = open_push(redacted.bare, {}), read_access(redacted.keys / "access.yml")
    officer = access.user("own")
    assert officer
    rewritten = must_git(redacted.bare, "rev-parse", "main")
    verdict = judge(objects, access, officer, [Update(rewritten, old, REF)], {}, datetime.date(2026, 11, 28))
    assert [finding.code for finding in verdict.findings] == ["PUSH-015"]
    redacted.git("push", "-q", "origin", f":{REF}")


def test_hooks_install_restores_the_list_of_replaced_commits(redacted: Leaked) -> None:
    known = read_redacted(redacted.bare)
    (redacted.bare / "phaen-redacted").unlink()
    restore_redacted(redacted.bare)
    assert read_redacted(redacted.bare) == known
    assert redacted.leaking in known


def test_a_second_run_finds_nothing(redacted: Leaked) -> None:
    answer = redacted.redact()
    assert answer.exit_code == 0
    assert "ไม่พบในเวอร์ชันใด" in answer.output


@pytest.mark.soak
def test_a_killed_redaction_is_finished_by_the_same_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = Leaked(tmp_path)

    def killed(repository: Path) -> None:
        raise KeyboardInterrupt(repository)

    with monkeypatch.context() as patched:
        patched.setattr("generator.cli.redact.drop_objects", killed)  # after the refs moved, before deletion
        assert site.redact().exit_code
    assert site.holds()
    assert (site.site.current / "index.html").is_file()
    answer = site.redact()
    assert answer.exit_code == 0, answer.output
    assert site.holds() == []
    assert len(ReleaseFolders(site.site).all()) == 1


def test_only_the_texts_change_in_trees_of_any_shape(tmp_path: Path) -> None:
    """After a redaction every commit has its earlier files, for any change from its parent."""
    steps = [
        {"a/x": "1", "a/y": "leak", "b": "2"},
        {"a/x": "1", "a/y": "leak", "b": "leak 2", "c/d/e": "3"},
        {"a/x": "1", "a/y": "leak", "b/f": "4", "c/d/e": "3"},  # a file becomes a folder
        {"a/x": "5", "a/y": "leak", "b": "4", "c/d/e": "leak"},  # and a file again
        {"a/x": "5", "c/d/e": "leak"},
        {"a/x": "5"},  # a folder goes
        {"a/x": "5", "gone": "6", "c/gone": "7"},
        {"a/x": "6", "gone": "6"},  # the only file of a folder is one that is to be deleted
        {"a/x": "6", "a/y": "leak"},
        {"a/x": "6", "a/y": "clean"},
    ]
    repository = pygit2.init_repository(tmp_path / "r", bare=True)
    who = pygit2.Signature("office", "office@example.go.th", 1_700_000_000, 0)
    tips: list[pygit2.Oid] = []
    for number, files in enumerate(steps):
        index = pygit2.Index()
        for path, text in files.items():
            index.add(pygit2.IndexEntry(path, repository.create_blob(text.encode()), FileMode.BLOB))
        tree = index.write_tree(repository)
        tips.append(repository.create_commit("refs/heads/main", who, who, str(number), tree, tips[-1:]))
    wanted = Wanted(("leak",), re.compile("leak"), frozenset({"gone", "c/gone"}))
    rewriter = Rewriter(open_push(tmp_path / "r", {}), wanted)
    rewriter.look()
    new = rewriter.write(Declaration((), "2026-01-01", "x"), _Unsigned(Path())).commits
    found = [_files(repository[new[str(tip)]].peel(pygit2.Tree)) for tip in tips]
    assert found == [
        {path: text.replace("leak", REPLACEMENT) for path, text in files.items() if "gone" not in path}
        for files in steps
    ]


class _Unsigned(Signer):
    def sign(self, content: bytes) -> bytes:
        """Return a line in place of a signature."""
        return f"{len(content)} bytes, unsigned\n".encode()


def _files(tree: pygit2.Tree, folder: str = "") -> dict[str, str]:
    found: dict[str, str] = {}
    for entry in tree:
        path = f"{folder}{entry.name}"
        found |= _files(entry, f"{path}/") if isinstance(entry, pygit2.Tree) else {path: entry.data.decode()}
    return found
