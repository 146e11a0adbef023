"""Words of an officer in answers, status, lists and logs are printable and contain no names of persons."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.cli.receive import answer_lines
from generator.publishing.access import read_access
from generator.publishing.gate import judge
from generator.publishing.preview_addresses import preview_name
from generator.publishing.pushed_objects import open_push
from generator.publishing.pushed_refs import read_updates
from generator.publishing.release_making import Made, ReleaseMaker, ReleaseRefusedError
from tests.publishing.push_cases import CYCLE, MINE, PDF, TO_OWN, edit_own
from tests.publishing.push_server import OWN, Office, PushServer, must_git
from tests.publishing.pushed_site import CODES, PushedSite

TRICK = "=cmd|' /C calc'!A0 <script>alert(1)</script> \x1b[2J\x1b]0;x\x07\u202eก\u2066ข\u200b\u2028\x85\x9b31m จบ"
CITIZEN_ID, PERSON = "3-1234-56789-01-1", "นางสาวทดลอง แต่งชื่อขึ้น"
"""Made up, and not those of the rules' examples, which stand on pages."""
_OUR_STYLE = re.compile(r"\x1b\[(?:0|1|31|33|36)m")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> PushServer:
    return PushServer(tmp_path_factory.mktemp("server"))


def in_the_reason(office: Office) -> None:
    edit_own(office, TRICK)


def in_the_authors_name(office: Office) -> None:
    edit_own(office, GIT_AUTHOR_NAME=TRICK.replace("<", "("), GIT_COMMITTER_NAME=TRICK.replace("<", "("))


def in_a_file_name(office: Office) -> None:
    office.write(f"{MINE}/{CYCLE}/documents/{TRICK.replace('/', '-')}.pdf", PDF)
    office.write(f"{TRICK.replace('/', '-')}/x.yml", "")
    office.commit()


def in_keys_and_values(office: Office) -> None:
    quoted = json.dumps(TRICK)
    office.write(f"{MINE}/guidelines.yml", f"- {quoted}: {quoted}\n- id: {quoted}\n")
    office.write(f"{MINE}/{CYCLE}/idp.yml", f"rows:\n  - {{id: {quoted}, department: {quoted}}}\n")
    office.commit()


def unquoted_in_a_file(office: Office) -> None:
    office.write(f"{MINE}/{CYCLE}/projects.yml", f"projects:\n  - name: {TRICK}\n  {TRICK}: [\n")
    office.write(f"{MINE}/{CYCLE}/narrative.md", f"## {TRICK}\n{TRICK}\n")
    office.commit()


@pytest.mark.parametrize(
    "do", [in_the_reason, in_the_authors_name, in_a_file_name, in_keys_and_values, unquoted_in_a_file]
)
def test_an_answer_has_only_printable_characters(server: PushServer, do: Callable[[Office], None]) -> None:
    office = server.clone(do.__name__)
    do(office)
    lines = answered(server, office, f"refs/heads/lao/{OWN}")
    assert len(lines) <= 55
    assert any("ผิดพลาด" in line for line in lines)
    for line in lines:
        assert line.isprintable(), line


def test_a_ref_is_named_with_only_printable_characters(server: PushServer) -> None:
    office = server.clone("ref")
    edit_own(office)
    for ref in (f"refs/heads/lao/{OWN}\u202e", f"refs/heads/{TRICK}", f"refs/tags/{TRICK}"):
        assert all(line.isprintable() for line in answered(server, office, ref))


def answered(server: PushServer, office: Office, ref: str) -> list[str]:
    """Return the lines that the gate answers to a push of HEAD."""
    must_git(server.repository, "fetch", "-q", str(office.folder), "+HEAD:refs/heads/tried")
    must_git(server.repository, "update-ref", "-d", "refs/heads/tried")
    access = read_access(server.access)
    user = access.user("own")
    assert user
    updates = read_updates([f"{'0' * 40} {office.git('rev-parse', 'HEAD')} {ref}"])
    verdict = judge(open_push(server.repository, {}), access, user, updates, {}, datetime.date(2026, 11, 28))
    return [_OUR_STYLE.sub("", line) for line in answer_lines(verdict.findings, verdict.texts)]


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> PushedSite:
    """Return a site whose last commit has tricks and personal data wherever publishing could repeat them."""
    pushed = PushedSite(tmp_path_factory.mktemp("hostile_site"))
    pushed.publish()
    pushed.rename("[")
    (pushed.lao() / f"{CITIZEN_ID} {PERSON} {TRICK.replace('/', '-')}.pdf").write_bytes(PDF)
    pushed.rename("เปลี่ยนชื่อ", CODES[1])
    pushed.git("add", "--all", "--force")
    who = f"{PERSON} {CITIZEN_ID} {TRICK.replace('<', '(').replace('>', ')')} <office@example.go.th>"
    declared = (
        f"Redacts: {'a' * 40}\nRedacted-LAO: {CODES[1]}\nRedaction-Date: 2026-11-28\nRedaction-Reason: {CITIZEN_ID}"
    )
    message = f"{TRICK} {PERSON} {CITIZEN_ID}\n\n{declared}"
    pushed.git("commit", "--quiet", "--cleanup=verbatim", "--author", who, "--message", message)
    commit = pushed.git("rev-parse", "HEAD")
    for ref in ("main", f"draft/{CODES[1]}"):
        pushed.git("push", "--quiet", "origin", f"HEAD:refs/heads/{ref}")
    pushed.queue(commit)
    pushed.queue(commit, f"refs/heads/draft/{CODES[1]}", (CODES[1],))
    pushed.publish()
    assert (pushed.site.previews / preview_name(pushed.site, CODES[1], commit)).is_dir()
    return pushed


def public_files(pushed: PushedSite) -> Iterator[Path]:
    """Yield the files that readers, operators and monitoring see; work/ and cache/ hold the content itself."""
    for folder in ("store", "releases", "previews", "records", "facts", "queue", "state"):
        yield from (file for file in (pushed.site.root / folder).rglob("*") if file.is_file())


def test_nothing_that_publishing_writes_repeats_personal_data(hostile_site: PushedSite) -> None:
    parts = [CITIZEN_ID.encode(), "แต่งชื่อขึ้น".encode()]
    files = [file for file in public_files(hostile_site) if any(part in file.read_bytes() for part in parts)]
    assert files == []
    assert [file for file in public_files(hostile_site) if CITIZEN_ID in file.name or "แต่งชื่อขึ้น" in file.name] == []


def check_output(command: list[str]) -> None:
    """Run a command and check that its output is printable and names no person."""
    answer = CliRunner().invoke(main, command)
    assert answer.exit_code in (0, 1), answer.output
    assert CITIZEN_ID not in answer.output
    assert "แต่งชื่อขึ้น" not in answer.output
    if "json" in command:
        assert json.loads(answer.stdout)
    for line in answer.output.split("\n"):
        assert line.isprintable(), line


@pytest.mark.parametrize("form", [[], ["--format", "json"]], ids=["text", "json"])
def test_a_failure_in_the_status_is_printable(
    hostile_site: PushedSite, form: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> Made:
        raise ReleaseRefusedError(f"ลิงก์ {TRICK} เปิดไม่ได้")

    with monkeypatch.context() as patch:
        patch.setattr(ReleaseMaker, "make", refused)
        answer = CliRunner().invoke(main, ["publish", "--site", str(hostile_site.site.root)])
        assert answer.exit_code == ReleaseRefusedError.exit_code
        assert all(line.isprintable() for line in answer.output.split("\n"))
    check_output(["status", "--site", str(hostile_site.site.root), *form])
    hostile_site.publish()


@pytest.mark.parametrize("form", [[], ["--format", "json"]], ids=["text", "json"])
@pytest.mark.parametrize("name", ["status", "releases"])
def test_lists_for_the_operator_are_printable_and_name_nobody(
    hostile_site: PushedSite, name: str, form: list[str]
) -> None:
    check_output([name, "--site", str(hostile_site.site.root), *form])


@pytest.mark.parametrize("form", [[], ["--format", "json"]], ids=["text", "json"])
def test_the_history_of_a_pushed_plan_is_printable_and_names_nobody(hostile_site: PushedSite, form: list[str]) -> None:
    check_output(["history", CODES[1], "--content", str(hostile_site.content), *form])


def test_a_push_with_tricks_leaves_nothing_on_the_server(server: PushServer) -> None:
    office = server.clone("last")
    in_a_file_name(office)
    before = server.refs(), server.objects()
    assert not office.push(TO_OWN).is_accepted
    assert (server.refs(), server.objects()) == before
