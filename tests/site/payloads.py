"""`python -m tests.site.payloads`: downloads published lists of attacks on web pages into `build/payloads/`.

Three lists that we may not ship, in fixed versions, and one of our own: the injections of wfuzz (Debian), the Big List
of Naughty Strings (npm `blns`), every text in the sanitiser tests of `justhtml` (its source archive on PyPI). Each is
downloaded by its own package manager, as configured on the machine. `read_lists()` reads the downloaded lists.
"""

from __future__ import annotations

import ast
import hashlib
import json
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "build" / "payloads"
WFUZZ, BLNS, JUSTHTML = "3.1.0", "2.0.4", "3.16.0"
SHA256 = {
    f"blns-{BLNS}.tgz": "07defd1e4ac44024cec61c668696afed8353ee01d2fcaeca2a174d5220c24d9d",
    f"justhtml-{JUSTHTML}.tar.gz": "600c95a6a9b766cffe50688a6335617fbcc33ef47f364317e92d6b8dd7a25ce9",
}
"""Checksums of the archives. Debian signs its own; for it, the version of the program is checked instead."""

_INSTALLED = Path("/usr/share/wfuzz/wordlist/Injections")
_PATIENCE = 300

OWN = (
    # Markdown, templates and our own placeholders.
    "⟦main⟧",
    "⟦b1⟧",
    "klzzwxh:0001",
    "\\<b>ก</b>",
    "`<b>ก</b>`",
    "[ก](javascript:alert(1))",
    "[ก]: javascript:alert(1)",
    "[ก](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "![ก](https://evil.example/x.png)",
    "<https://evil.example/x>",
    "ก {: onclick=alert(1) }",
    "# ก {#content onclick=alert(1)}",
    "| ก | ข |\n|---|---|\n| <b>ค</b> | ง |",
    "{{ 7*7 }}",
    "{% raw %}",
    "{% endraw %}{{ config }}",
    '--8<-- "/etc/passwd"',
    "!!! danger",
    "---\ntitle: ก\n---",
    # Break out of a title, an attribute, a comment, a script, a style.
    "</title><script>alert(1)</script>",
    "</textarea><img src=x onerror=alert(1)>",
    '" autofocus onfocus="alert(1)',
    "' autofocus onfocus='alert(1)",
    "` onmouseover=alert(1)",
    "--><img src=x onerror=alert(1)><!--",
    "--!><img src=x onerror=alert(1)>",
    "]]><img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    "</style><style>@import '//evil.example';",
    # Elements that affect their surroundings.
    "<base href=//evil.example>",
    "<plaintext>",
    "<template shadowrootmode=open><slot onslotchange=alert(1)>",
    "<form id=content><input name=attributes><input name=children>",
    "<a id=location name=location href=https://evil.example>",
    '<meta http-equiv=refresh content="0;url=https://evil.example">',
    "<link rel=stylesheet href=https://evil.example/x.css>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=x onerror=alert(1)&gt;'>",
    "<svg></p><style><a id='</style><img src=x onerror=alert(1)>'>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<details open ontoggle=alert(1)>",
    "<button popovertarget=x>ก</button><p popover id=x onbeforetoggle=alert(1)>ข",
    "<a href='https://evil.example/' ping='https://evil.example/ping'>ก</a>",
    "<a href='//evil.example/'>ก</a>",
    "<a href='java&NewLine;script&colon;alert(1)'>ก</a>",
    # Look-alikes.
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&amp;lt;b&amp;gt;",
    "&#x3c;script&#x3e;",
    "%3Cscript%3E",
    "\\u003cscript\\u003e",
    "＜script＞alert(1)＜/script＞",
    "\u202eก\u2066ข\u2069",
    "ก\u200bข\u00adค\u2060ง",
    "เเ่่่ํา",
    "ﷺ",
    "../../../../etc/passwd",
    "..\\..\\windows\\win.ini",
    "CON",
    "=cmd|'/c calc'!A1",
    "@SUM(1+1)*cmd|'/c calc'!A1",
)
"""Our own list: this site's placeholders and engines, and tricks newer than the other lists."""


class MissingListError(Exception):
    """A list is not on this machine; the message names the command that downloads it."""


def read_lists() -> dict[str, tuple[str, ...]]:
    """Return the distinct payloads of every list by its name; raise MissingListError."""
    return {name: tuple(dict.fromkeys(read())) for name, read in READERS.items()}


def _wfuzz() -> Iterator[str]:
    folder = _INSTALLED if _INSTALLED.is_dir() else FOLDER / "wfuzz" / _INSTALLED.relative_to("/")
    for file in sorted(_there(folder).glob("*.txt")):
        for line in file.read_bytes().splitlines():
            yield line.decode("latin-1")


def _blns() -> Iterator[str]:
    yield from json.loads(_there(FOLDER / "blns" / "package" / "resources" / "blns.json").read_text("utf-8"))


def _justhtml() -> Iterator[str]:
    tests = _there(FOLDER / "justhtml" / f"justhtml-{JUSTHTML}" / "tests")
    cases = json.loads((tests / "justhtml-sanitize-tests" / "cases.json").read_text("utf-8"))
    yield from (case["input_html"] for case in cases)
    for file in sorted(tests.glob("test_*sanitize*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            # Markup, styles and addresses; the other texts are names.
            if (
                isinstance(node, ast.Constant)
                and isinstance(node.value, str)
                and any(one in node.value for one in "<:&")
            ):
                yield node.value


READERS: dict[str, Callable[[], Iterator[str]]] = {
    "wfuzz": _wfuzz,
    "blns": _blns,
    "justhtml": _justhtml,
    "own": lambda: iter(OWN),
}


def _there(path: Path) -> Path:
    if not path.exists():
        raise MissingListError("needs the payload lists of others: make payloads")
    return path


def bring() -> None:
    """Download missing lists."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    _bring("blns", f"blns-{BLNS}.tgz", ["npm", "pack", "--silent", f"blns@{BLNS}"])
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"]
    source = ["--no-deps", "--no-binary", ":all:", f"justhtml=={JUSTHTML}"]
    _bring("justhtml", f"justhtml-{JUSTHTML}.tar.gz", [*pip, *source])
    if not _INSTALLED.is_dir() and not (FOLDER / "wfuzz").is_dir():
        _bring_wfuzz()


def _bring(name: str, archive: str, command: list[str]) -> None:
    """Download an archive, verify its checksum, and unpack it."""
    if (FOLDER / name).is_dir():
        return
    with tempfile.TemporaryDirectory(dir=FOLDER) as folder:
        _run(command, folder)
        file = Path(folder) / archive
        if hashlib.sha256(file.read_bytes()).hexdigest() != SHA256[archive]:
            sys.exit(f"{archive} is not the file that it was")
        with tarfile.open(file) as packed:
            packed.extractall(Path(folder) / name, filter="data")
        shutil.move(Path(folder) / name, FOLDER / name)


def _bring_wfuzz() -> None:
    """Unpack Debian's package without installing it: the program itself would install half a dozen more."""
    with tempfile.TemporaryDirectory(dir=FOLDER) as folder:
        _run(["apt-get", "download", "-qq", "-o", "APT::Sandbox::User=root", "wfuzz"], folder)
        (package,) = Path(folder).glob("wfuzz_*.deb")
        if not package.name.startswith(f"wfuzz_{WFUZZ}-"):
            sys.exit(f"{package.name} is not version {WFUZZ}")
        _run(["dpkg-deb", "-x", package.name, "wfuzz"], folder)
        shutil.move(Path(folder) / "wfuzz", FOLDER / "wfuzz")


def _run(command: list[str], folder: str) -> None:
    subprocess.run(command, cwd=folder, check=True, timeout=_PATIENCE, stdout=subprocess.DEVNULL)


def main() -> None:
    """Download the lists and print their sizes."""
    bring()
    for name, payloads in read_lists().items():
        print(f"{name:10}{len(payloads):6,}")  # noqa: T201  # output of this script


if __name__ == "__main__":
    main()
