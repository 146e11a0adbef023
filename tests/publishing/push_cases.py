"""The authorisation matrix: each case does one forbidden thing in a clone, and lists what the response must name."""

from __future__ import annotations

import os
import shutil
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.publishing.push_server import OTHER, OWN, WHO, Office, must_git, own_folder

MINE, THEIRS = own_folder(), own_folder(OTHER)
CYCLE = "2567-2569"
TO_OWN = f"HEAD:refs/heads/lao/{OWN}"
CITIZEN_ID = "1-1017-00230-70-8"
"""Valid check digit, but not a real number: the example of the rule."""
PDF = b"%PDF-1.4\n%%EOF\n"


@dataclass(frozen=True, slots=True)
class Case:
    """One push that must be refused."""

    name: str
    do: Callable[[Office], object]
    """Makes the commits in a fresh clone."""
    says: tuple[str, ...]
    """Parts of the response: the code, and words or locations that explain it."""
    to: tuple[str, ...] = (TO_OWN,)
    user: str | None = "own"
    settings: dict[str, str] = field(default_factory=dict)
    """Environment of the push."""
    is_long: bool = False


CASES: list[Case] = []


def case(
    *says: str, to: str = TO_OWN, user: str | None = "own", is_long: bool = False, **settings: str
) -> Callable[[Callable[[Office], object]], Callable[[Office], object]]:
    """Register a function of a clone as a case."""

    def register(do: Callable[[Office], object]) -> Callable[[Office], object]:
        CASES.append(Case(do.__name__, do, says, tuple(to.split()), user, settings, is_long))
        return do

    return register


def edit_own(office: Office, message: str = "แก้ชื่อกองตามคำสั่ง", **extra: str) -> str:
    """Commit a harmless change of the own LAO."""
    office.edit(f"{MINE}/lao.yml", "name: กองคลัง", "name: กองคลังและพัสดุ")
    return office.commit(message, **extra)


# Ownership of files.


@case("PUSH-005", f"{THEIRS}/lao.yml", "แก้ไฟล์นี้ไม่ได้")
def another_laos_file(office: Office) -> None:
    office.edit(f"{THEIRS}/lao.yml", "name: กองคลัง", "name: กองพัง")
    office.commit()


@case("PUSH-005", f"{THEIRS}/{CYCLE}/plan.yml", "ลบไฟล์นี้ไม่ได้")
def another_laos_file_renamed_into_the_own_folder(office: Office) -> None:
    office.git("mv", "-f", f"{THEIRS}/{CYCLE}/plan.yml", f"{MINE}/{CYCLE}/plan.yml")
    office.commit()


@case("PUSH-005", f"{THEIRS}/{CYCLE}/projects.yml")
def a_middle_commit_that_deletes_another_laos_file_and_brings_it_back(office: Office) -> None:
    office.git("rm", "-q", f"{THEIRS}/{CYCLE}/projects.yml")
    office.commit("ลบ")
    office.git("revert", "--no-edit", "HEAD")


@case("PUSH-005", "content/plans/5999909-new/lao.yml")
def a_folder_of_an_lao_that_nobody_entrusted(office: Office) -> None:
    shutil.copytree(office.folder / MINE, office.folder / "content/plans/5999909-new")
    office.commit()


@case("PUSH-005", "content/frameworks/", "เขียนได้เฉพาะใน")
def a_national_framework(office: Office) -> None:
    file = next((office.folder / "content/frameworks").rglob("document.yml"))
    file.write_text(file.read_text("utf-8") + "# หมายเหตุ\n", "utf-8")
    office.commit()


@case("PUSH-005", "mkdocs.yml", "โปรแกรม ธีม และการตั้งค่าไม่รับ")
def the_settings_of_the_site(office: Office) -> None:
    office.write("mkdocs.yml", "site_name: x\nhooks: [hook.py]\n")
    office.write("hook.py", "raise SystemExit\n")
    office.commit()


@case("PUSH-005", "generator/__init__.py", "theme_overrides/main.html", "โปรแกรม ธีม")
def a_program_and_a_theme(office: Office) -> None:
    office.write("generator/__init__.py", "raise SystemExit\n")
    office.write("theme_overrides/main.html", "<script>alert(1)</script>\n")
    office.commit()


@case("PUSH-005", "mkdocs.yml", to="HEAD:refs/heads/central", user="central")
def the_settings_of_the_site_by_the_central_office(office: Office) -> None:
    office.write("mkdocs.yml", "site_name: x\n")
    office.commit()


@case("PUSH-005", f"{MINE}/lao.yml", to="HEAD:refs/heads/central", user="central")
def an_laos_file_by_the_central_office(office: Office) -> None:
    edit_own(office)


@case("PUSH-005", "objects/info/alternates")
def a_file_named_like_gits_own(office: Office) -> None:
    office.write("objects/info/alternates", "/etc\n")
    office.commit()


# Users and refs.


@case("PUSH-003", f"lao/{OTHER}", "ไม่มีสิทธิ์ส่งข้อมูลของ อปท. รหัส 5999902", to=f"HEAD:refs/heads/lao/{OTHER}")
def another_laos_branch(office: Office) -> None:
    office.edit(f"{THEIRS}/lao.yml", "name: กองคลัง", "name: กองพัง")
    office.commit()


@case("PUSH-003", f"draft/{OTHER}", to=f"+HEAD:refs/heads/draft/{OTHER}")
def another_laos_draft(office: Office) -> None:
    edit_own(office)


@case("PUSH-003", "main เลื่อนได้โดยเซิร์ฟเวอร์เท่านั้น", to="HEAD:refs/heads/main")
def main_itself(office: Office) -> None:
    edit_own(office)


@case("PUSH-003", "ไม่รับปลายทาง", to="HEAD:refs/heads/my-branch")
def a_new_branch(office: Office) -> None:
    edit_own(office)


@case("PUSH-003", "ไม่รับป้าย (tag)", to="v1")
def a_tag(office: Office) -> None:
    office.git("tag", "v1")


@case("PUSH-003", "central รับเฉพาะจากหน่วยงานกลาง", to="HEAD:refs/heads/central")
def the_branch_of_the_central_office(office: Office) -> None:
    edit_own(office)


@case("PUSH-003", "5999901", user="mahasarakham")
def an_lao_of_another_province_by_a_province_office(office: Office) -> None:
    edit_own(office)


@case("PUSH-002", "อ่านได้อย่างเดียว", user="auditor")
def an_auditor(office: Office) -> None:
    edit_own(office)


@case("ไม่มีในไฟล์สิทธิ์", user="somebody")
def a_user_whom_the_access_file_does_not_have(office: Office) -> None:
    edit_own(office)


@case("ไม่ทราบว่าผู้ส่งคือใคร", user=None)
def nobody(office: Office) -> None:
    edit_own(office)


@case("ไม่มีในไฟล์สิทธิ์", user="somebody")
def somebody_who_writes_the_officers_name_into_the_commit(office: Office) -> None:
    edit_own(office, GIT_AUTHOR_NAME="own", GIT_COMMITTER_NAME="own")


@case("PUSH-003", f"lao/{OTHER}", to=f"{TO_OWN} HEAD:refs/heads/lao/{OTHER}")
def a_good_branch_together_with_a_bad_one(office: Office) -> None:
    edit_own(office)


@case("PUSH-005", f"{THEIRS}/lao.yml")
def a_draft_of_another_lao_below_the_own_commit(office: Office) -> None:
    """The draft is on the server already, and must not be published by a commit based on it."""
    office.edit(f"{THEIRS}/lao.yml", "name: กองคลัง", "name: กองคลังใหม่")
    office.commit("ร่าง")
    edit_own(office)


# Kinds of entries, names.


@case("PUSH-006", "symbolic link", f"{MINE}/guidelines.yml")
def a_symbolic_link_to_a_password_file(office: Office) -> None:
    (office.folder / MINE / "guidelines.yml").symlink_to("/etc/passwd")
    office.commit()


@case("PUSH-006", "symbolic link", f"{MINE}/guidelines.yml")
def a_middle_commit_that_plants_a_link_and_removes_it(office: Office) -> None:
    (office.folder / MINE / "guidelines.yml").symlink_to("/etc/passwd")
    office.commit("วางลิงก์")
    (office.folder / MINE / "guidelines.yml").unlink()
    office.commit("ลบลิงก์")


@case("PUSH-006", "submodule")
def a_submodule(office: Office) -> None:
    head = office.git("rev-parse", "HEAD")
    office.git("update-index", "--add", "--cacheinfo", f"160000,{head},{MINE}/guidelines.yml")
    office.git("commit", "-q", "-m", "เพิ่ม submodule")


@case("PUSH-006", "executable")
def an_executable_file(office: Office) -> None:
    office.git("update-index", "--chmod=+x", f"{MINE}/lao.yml")
    office.git("commit", "-q", "-m", "ทำให้สั่งได้")


@case("PUSH-007", "ตัวใหญ่ตัวเล็ก")
def two_names_that_differ_in_case_alone(office: Office) -> None:
    _documents(office, "Plan.pdf", "plan.pdf")


@case("PUSH-007", "NFC")
def a_name_with_letters_taken_apart(office: Office) -> None:
    _documents(office, unicodedata.normalize("NFD", "café.pdf"))


@case("PUSH-007", "มองไม่เห็น")
def a_name_that_turns_its_direction(office: Office) -> None:
    _documents(office, "plan\u202efdp.pdf")


@case("PUSH-007", "มองไม่เห็น")
def a_name_with_an_invisible_character(office: Office) -> None:
    _documents(office, "แผน\u200bงาน.pdf")


@case("PUSH-007", "มองไม่เห็น")
def a_name_that_git_quotes(office: Office) -> None:
    _documents(office, "a\n100644 blob\tb.pdf")


@case("PUSH-007", "Windows")
def a_name_with_quotation_marks(office: Office) -> None:
    _documents(office, 'a"b.pdf')


@case("PUSH-007", "UTF-8")
def a_name_that_is_no_text(office: Office) -> None:
    _documents(office, os.fsdecode(b"\xe1\xe1.pdf"))


@case("PUSH-007", "ยาวเกินไป")
def a_name_that_is_too_long(office: Office) -> None:
    _documents(office, "แ" * 60 + ".pdf")


@case("PDPA-004", "ชื่อไฟล์")
def a_name_that_names_a_person(office: Office) -> None:
    _documents(office, "นางสาวสมมุติ นามตัวอย่าง.pdf")


# Sizes and kinds of files.


@case("PUSH-008", "2,000", is_long=True)
def ten_thousand_files(office: Office) -> None:
    for number in range(10_000):
        office.write(f"{MINE}/{CYCLE}/documents/{number}.pdf", PDF + str(number).encode())
    office.commit()


@case("pack exceeds maximum allowed size", is_long=True)
def a_file_of_200_megabytes(office: Office) -> None:
    """Git itself aborts: nothing is stored, and the hook is not called."""
    office.write(f"{MINE}/{CYCLE}/documents/scan.pdf", PDF + os.urandom(200_000_000))
    office.commit()


@case("PUSH-008", "6,000,000")
def a_document_that_is_too_large(office: Office) -> None:
    office.write(f"{MINE}/{CYCLE}/documents/scan.pdf", PDF.ljust(6_000_000, b"\0"))
    office.commit()


@case("PUSH-008", "200,000,000", is_long=True)
def two_hundred_megabytes_that_weigh_nothing_packed(office: Office) -> None:
    office.write(f"{MINE}/{CYCLE}/documents/scan.pdf", PDF.ljust(200_000_000, b"\0"))
    office.commit()


@case("PUSH-008", "รวมกัน", "60,000,000")
def many_files_that_weigh_nothing_packed(office: Office) -> None:
    for number in range(13):
        office.write(f"{MINE}/{CYCLE}/documents/{number}.pdf", (PDF + b"%d" % number).ljust(4_900_000, b"\0"))
    office.commit()


@case("PUSH-010", "4,000")
def a_reason_of_a_million_letters(office: Office) -> None:
    office.write("../message", "1-1017-00230-70-8 " * 60_000)
    office.edit(f"{MINE}/lao.yml", "name: กองคลัง", "name: กองคลังและพัสดุ")
    office.git("commit", "-q", "-a", "-F", "../message")


@case("PUSH-008", "3,000,000")
def a_huge_yaml(office: Office) -> None:
    office.write(f"{MINE}/{CYCLE}/projects.yml", "projects:\n".ljust(3_000_000, "#"))
    office.commit()


@case("PUSH-008", "เกินกว่า 2,000")
def a_tree_that_stands_for_a_hundred_thousand_files(office: Office) -> None:
    blob = office.git("hash-object", "-w", "--stdin")
    tree = must_git(
        office.folder, "mktree", given=b"".join(b"100644 blob %s\t%d\n" % (blob.encode(), n) for n in range(10))
    )
    for _ in range(4):
        lines = b"".join(b"040000 tree %s\t%d\n" % (tree.encode(), n) for n in range(10))
        tree = must_git(office.folder, "mktree", given=lines)
    _commit_at(office, f"{MINE}/{CYCLE}/documents", tree)


@case("PUSH-008", "ลึกเกิน")
def folders_within_folders(office: Office) -> None:
    office.write(f"{MINE}/{CYCLE}/documents/{'a/' * 20}b.pdf", PDF)
    office.commit()


@case("PUSH-009", "ไม่ใช่ไฟล์ .pdf")
def a_page_that_calls_itself_a_document(office: Office) -> None:
    office.write(f"{MINE}/{CYCLE}/documents/scan.pdf", "<script>alert(1)</script>")
    office.commit()


@case("PUSH-009", "ไม่ใช่ไฟล์ที่ระบบใช้")
def a_web_page(office: Office) -> None:
    office.write(f"{MINE}/{CYCLE}/documents/index.html", "<script>alert(1)</script>")
    office.commit()


@case("PUSH-009", "UTF-8")
def a_yaml_file_that_is_no_text(office: Office) -> None:
    office.write(f"{MINE}/{CYCLE}/idp.yml", b"\xe1\xe1\xe1: 1\n")
    office.commit()


# Commits.


@case("PUSH-010", "merge")
def a_merge_commit(office: Office) -> None:
    office.git("checkout", "-q", "-b", "side")
    edit_own(office)
    office.git("checkout", "-q", "main")
    office.edit(f"{MINE}/lao.yml", "name: สำนักปลัด", "name: สำนักปลัดเทศบาล")
    office.commit()
    office.git("merge", "-q", "--no-edit", "-X", "ours", "side")


@case("PUSH-010", "merge")
def a_merge_that_silently_reverts_another_lao(office: Office) -> None:
    office.git("checkout", "-q", "-b", "side")
    edit_own(office)
    office.git("checkout", "-q", "main")
    office.git("merge", "-q", "--no-ff", "-s", "ours", "-m", "รวม", "side")


@case("PUSH-010", "ไม่ได้ต่อจากข้อมูลที่เผยแพร่อยู่")
def a_history_of_its_own(office: Office) -> None:
    office.git("checkout", "-q", "--orphan", "alone")
    office.commit()


@case("PUSH-010", "ไม่ได้เขียนเหตุผล")
def no_reason(office: Office) -> None:
    edit_own(office, "")


@case("PDPA-001", "ข้อความของ commit")
def a_citizen_id_in_the_reason(office: Office) -> None:
    edit_own(office, f"แก้ตามที่แจ้ง {CITIZEN_ID}")


@case("PDPA-003", "ผู้เขียนของ commit")
def a_private_address_as_the_author(office: Office) -> None:
    edit_own(office, GIT_AUTHOR_EMAIL="somchai@example.com")


@case("PDPA-004", "ผู้บันทึกของ commit")
def a_person_as_the_committer(office: Office) -> None:
    edit_own(office, GIT_COMMITTER_NAME="นางสาวสมมุติ นามตัวอย่าง")


@case("PUSH-010", "Redacts:")
def a_redaction_that_the_central_office_did_not_make(office: Office) -> None:
    edit_own(office, f"แก้\n\nRedacts: {'a' * 40}\nRedacted-LAO: {OTHER}\nRedaction-Reason: ลบ")


@case("PUSH-010", "ชื่อหรืออีเมลผู้เขียนของ commit", "มองไม่เห็น")
def an_author_who_moves_the_cursor(office: Office) -> None:
    _replace_head(office, b"author ", b"author \x1b[2J")


@case("PUSH-010", "ชื่อหรืออีเมลผู้บันทึกของ commit", "มองไม่เห็น")
def a_committer_whose_name_turns_its_direction(office: Office) -> None:
    _replace_head(office, b"committer ", "committer \u202e".encode())


@case("PUSH-010", "ชื่อหรืออีเมลผู้เขียนของ commit", "UTF-8")
def an_author_whose_name_is_no_text(office: Office) -> None:
    _replace_head(office, b"author ", b"author \xe1\xe1")


@case("PUSH-010", "ชื่อหรืออีเมลผู้เขียนของ commit", "ไม่มีตัวอักษร")
def an_author_whose_name_git_would_not_repeat(office: Office) -> None:
    """Accepted, it could not be added to main."""
    _replace_head(office, WHO["NAME"].encode(), b".")


@case("PUSH-010", "ข้อความของ commit", "มองไม่เห็น")
def a_reason_that_overwrites_its_own_line(office: Office) -> None:
    edit_own(office, "แก้ชื่อกอง\rลบแผนทั้งหมด")


@case("PDPA-001", "ลายมือชื่อของ commit")
def a_citizen_id_in_the_signature(office: Office) -> None:
    signature = f"-----BEGIN SSH SIGNATURE-----\n {CITIZEN_ID}\n -----END SSH SIGNATURE-----"
    _replace_head(office, b"\n\n", f"\ngpgsig {signature}\n\n".encode())


@case("PUSH-010", "ส่วนหัวของ commit")
def a_header_that_nobody_sees(office: Office) -> None:
    _replace_head(office, b"\n\n", f"\nx-note {CITIZEN_ID}\n\n".encode())


@case("PUSH-010", "ไม่ใช่ commit", to="HEAD^{tree}:refs/heads/draft/5999901")
def a_tree_in_the_place_of_a_commit(office: Office) -> None:
    edit_own(office)


# History.


@case("PUSH-003", "refs/replace", to="refs/replace/*:refs/replace/*")
def a_replaced_object(office: Office) -> None:
    head = office.git("rev-parse", "HEAD")
    edit_own(office)
    office.git("replace", head, "HEAD")


@case("PUSH-013", "push option", to=f"-o skip-checks {TO_OWN}")
def a_push_option(office: Office) -> None:
    edit_own(office)


# Content of files.


@case("PDPA-001", f"{MINE}/{CYCLE}/projects.yml", "ยังอยู่ในประวัติ")
def personal_data_that_the_next_commit_takes_out(office: Office) -> None:
    _note(office, f"เลขประจำตัวประชาชน {CITIZEN_ID}")
    office.commit("เพิ่มหมายเหตุ")
    _note(office, "หมายเหตุใหม่", f"เลขประจำตัวประชาชน {CITIZEN_ID}")
    office.commit("แก้หมายเหตุ")


@case("PDPA-001", "guidelines.yml", "ยังอยู่ในประวัติ")
def personal_data_in_a_broken_file_that_the_next_commit_takes_out(office: Office) -> None:
    office.write(f"{MINE}/guidelines.yml", f"[[[{{ เลขประจำตัวประชาชน {CITIZEN_ID}\n")
    office.commit("เพิ่ม")
    (office.folder / MINE / "guidelines.yml").unlink()
    office.commit("ลบ")


@case("PDPA-001", f"{MINE}/{CYCLE}/projects.yml")
def personal_data_in_a_plan(office: Office) -> None:
    _note(office, f"เลขประจำตัวประชาชน {CITIZEN_ID}")
    office.commit()


@case("YAML-", f"{MINE}/{CYCLE}/projects.yml:", "ผิดพลาด")
def a_plan_that_cannot_be_read(office: Office) -> None:
    office.edit(f"{MINE}/{CYCLE}/projects.yml", "section: ๓.๑๑", "section: &a ๓.๑๑")
    office.commit()


@case("REF-", f"{MINE}/{CYCLE}/projects.yml:")
def a_reference_that_leads_nowhere(office: Office) -> None:
    file = office.folder / MINE / CYCLE / "projects.yml"
    file.write_text(file.read_text("utf-8").replace("tactic: s1t1\n", "tactic: s9t9\n", 1), "utf-8")
    office.commit()


@case("PUSH-014", "ลบโฟลเดอร์ของ อปท. ทั้งหมดไม่ได้")
def the_whole_folder_deleted(office: Office) -> None:
    office.git("rm", "-q", "-r", MINE)
    office.commit()


@case("TREE-004")
def the_identity_of_another_lao(office: Office) -> None:
    office.edit(f"{MINE}/lao.yml", f"code: {OWN}", f"code: {OTHER}")
    office.commit()


@case("PUSH-005", f"{MINE}/lao.yml:", f"รหัสเดิม {OTHER}", "ไฟล์สิทธิ์")
def the_code_of_another_lao_as_the_former_code(office: Office) -> None:
    """Its addresses would redirect here, and its history go on here."""
    file = f"{MINE}/lao.yml"
    office.write(file, (office.folder / file).read_text("utf-8") + f"\nformer_codes:\n  - code: '{OTHER}'\n")
    office.commit("เพิ่มรหัสเดิม")


def _replace_head(office: Office, old: bytes, new: bytes) -> None:
    """Commit a harmless change, with other bytes in the place of some in the raw commit."""
    raw = office.git("cat-file", "commit", edit_own(office)).encode() + b"\n"
    planted = raw.replace(old, new, 1)
    made = must_git(office.folder, "hash-object", "-t", "commit", "-w", "--stdin", given=planted)
    office.git("reset", "-q", "--soft", made)


def _note(office: Office, text: str, before: str = "หมายเหตุเดิม") -> None:
    office.edit(f"{MINE}/{CYCLE}/projects.yml", f"note: {before}", f"note: {text}")


def _documents(office: Office, *names: str) -> None:
    for name in names:
        office.write(f"{MINE}/{CYCLE}/documents/{name}", PDF)
    office.commit()


def _commit_at(office: Office, path: str, tree: str) -> None:
    """Commit a tree object at a path without writing it to disk."""
    names = path.split("/")
    for depth in range(len(names) - 1, -1, -1):
        above = "HEAD:" + "/".join(names[:depth])
        listed = office.git("ls-tree", above).splitlines()
        kept = [line for line in listed if line.rpartition("\t")[2] != names[depth]]
        lines = [*kept, f"040000 tree {tree}\t{names[depth]}"]
        tree = must_git(office.folder, "mktree", given="".join(f"{line}\n" for line in lines).encode())
    commit = must_git(office.folder, "commit-tree", "-p", "HEAD", "-m", "เพิ่มเอกสาร", tree)
    office.git("update-ref", "HEAD", commit)
