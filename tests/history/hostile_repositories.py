"""Git repositories with hostile dates, messages and names in their commits."""

from __future__ import annotations

from pathlib import Path

import pygit2
from pygit2.enums import ObjectType

from tests.history.repositories import (
    BRANCH,
    MUNICIPALITY,
    PROJECTS,
    Version,
    git,
    make_repository,
    read_versions,
    with_budget,
)

ABSURD_DATES = {
    "1970": "@0 +0000",
    "2106": "@4294967295 +0000",
    "behind Greenwich": "@1700000000 -1130",
    "before its parent": "@1600000000 +0700",
    "far ahead of Greenwich": "@1700000000 +1400",
}


def absurd_dates(folder: Path) -> Path:
    """Return a plan with a commit for each absurd date."""
    first, *_ = read_versions(MUNICIPALITY)
    return make_repository(
        folder,
        [
            first,
            *(
                Version(f"{name}\n", {PROJECTS: with_budget(place)}, date=date)
                for place, (name, date) in enumerate(ABSURD_DATES.items(), start=1)
            ),
        ],
    )


HOSTILE_TEXTS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[ดูแผน](javascript:alert(1)) ![x](https://evil.example/x.png)",
    "{{ 7 * 7 }} {% raw %} ${7*7} %(x)s {0}",
    "\x1b[31mแดง\x07\x1b]0;ชื่อ\x07",
    "\u202eกลับหัว\u202c \u200b\u2066",
    "]]> --> </title> &lt;b&gt; & \" ' `",
    "โทร 081-234-5678 เลขประจำตัว 1-1017-00203-45-6",
    "../../etc/passwd\r\nแผน",
    "ก" * 20_000,
    "=cmd|' /C calc'!A0",
)


ENCODED = (
    ("แก้ไขแผน".encode("tis-620"), b"encoding TIS-620\n"),
    ("แก้ไขแผน".encode("tis-620"), b""),
    (b"\xff\xfe\x80", b"encoding nonsense\n"),
    (b"before\0after\n", b""),
)
"""Messages that are not UTF-8, with the encoding header of the commit."""


def hostile_messages(folder: Path) -> Path:
    """Return a plan with a commit for each hostile message, and one without a message."""
    first, *_ = read_versions(MUNICIPALITY)
    texts = enumerate([*HOSTILE_TEXTS, ""], start=1)
    changes = [Version(text, {PROJECTS: with_budget(place)}) for place, text in texts]
    return make_repository(folder, [first, *changes])


def hostile_authors(folder: Path) -> Path:
    """Return a plan with byte-crafted commits whose author names git itself would not write."""
    repository = make_repository(folder, read_versions(MUNICIPALITY)[:1])
    lines = [f"{text.splitlines()[0]} <a@b.example> 1710000000 +0700".encode() for text in HOSTILE_TEXTS]
    lines += [
        b"<> 1710000000 +0700",
        b" <a@b.example> 1710000000 +0700",
        b"x <y> z <a@b.example> 1710000000 +0700",
        b"\xbb\xc5\xd1\xb4 <a@b.example> 1710000000 +0700",
        b"nobody <a@b.example> 99999999999999999999 +0700",
        b"nobody <a@b.example> -1 +0700",
        b"nobody <a@b.example> 1710000000 +9999",
        b"nobody <a@b.example>",
        b"nobody",
    ]
    for place, line in enumerate(lines, start=1):
        crafted_commit(repository, line, with_budget(place))
    git(repository, "reset", "--quiet", "--hard")
    return repository


def crafted_commit(folder: Path, author: bytes, projects: str, message: bytes = b"x\n", more: bytes = b"") -> str:
    """Add a commit with exactly the given author line and headers; return its id."""
    blob = git(folder, "hash-object", "-w", "--stdin", stdin=projects.encode())
    git(folder, "update-index", "--add", "--cacheinfo", f"100644,{blob},{PROJECTS}")
    tree, parent = git(folder, "write-tree"), git(folder, "rev-parse", BRANCH)
    raw = b"tree %s\nparent %s\nauthor %s\ncommitter %s\n%s\n%s"
    content = raw % (tree.encode(), parent.encode(), author, author, more, message)
    made = pygit2.Repository(str(folder)).write(ObjectType.COMMIT, content)
    # Not by update-ref, which validates the object.
    (folder / ".git" / "refs" / "heads" / BRANCH).write_text(f"{made}\n")
    return str(made)


def odd_encodings(folder: Path) -> Path:
    """Return a plan with messages in TIS-620 with and without header, in no encoding, and with a NUL."""
    repository = make_repository(folder, read_versions(MUNICIPALITY)[:1])
    for place, (message, more) in enumerate(ENCODED, start=1):
        crafted_commit(repository, b"nobody <a@b.example> 1710000000 +0700", with_budget(place), message, more)
    git(repository, "reset", "--quiet", "--hard")
    return repository


def huge_message(folder: Path) -> Path:
    """Return a plan with a commit message of two megabytes."""
    first, *_ = read_versions(MUNICIPALITY)
    text = "ข้อความยาว " * (2_000_000 // len("ข้อความยาว ".encode()) + 1)
    return make_repository(folder, [first, Version(text, {PROJECTS: with_budget(1)})])
