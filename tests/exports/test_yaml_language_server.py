"""The schemas in the real yaml-language-server: it completes keys, explains them in Thai and underlines wrong ones.

`make soak` installs the server from npm into `build/yaml-language-server/`. Skipped without npm, except in CI.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import pytest

from tests.building_blocks import ROOT

pytestmark = pytest.mark.soak

VERSION = "1.25.0"
SCHEMAS = ROOT / "docs" / "schema"


@pytest.fixture(scope="module")
def program() -> Path:
    """Return the server, installed from npm if missing."""
    folder = ROOT / "build" / "yaml-language-server"
    found = folder / "node_modules" / ".bin" / "yaml-language-server"
    if found.exists():
        return found
    npm = shutil.which("npm")
    if npm is None:
        assert not os.environ.get("CI"), "npm is missing"
        # The schemas themselves are tested without it; CI has npm, and a skip there is a failure.
        pytest.skip("npm is missing: apt-get install npm")
    folder.mkdir(parents=True, exist_ok=True)
    command = [npm, "install", "--silent", "--no-save", "--prefix", folder, f"yaml-language-server@{VERSION}"]
    subprocess.run(command, check=True, capture_output=True)
    return found


class Editor:
    """An editor's side of the Language Server Protocol: opens a file and queries positions in it."""

    def __init__(self, program: Path) -> None:
        """Start the server."""
        self._process = subprocess.Popen([program, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        assert self._process.stdin and self._process.stdout
        self._to: IO[bytes] = self._process.stdin
        self._from: IO[bytes] = self._process.stdout
        self._number = 0
        self._told: list[dict[str, Any]] = []
        self.ask("initialize", {"processId": None, "rootUri": None, "capabilities": {}})
        self.notify("initialized", {})

    def open(self, file: Path) -> str:
        """Open a file and return its URI."""
        document = {"uri": file.as_uri(), "languageId": "yaml", "version": 1, "text": file.read_text("utf-8")}
        self.notify("textDocument/didOpen", {"textDocument": document})
        return document["uri"]

    def problems(self, file: Path) -> list[str]:
        """Open a file and return its underlined problems."""
        uri = self.open(file)
        while True:
            for one in self._told:
                if one["method"] == "textDocument/publishDiagnostics" and one["params"]["uri"] == uri:
                    self._told.remove(one)
                    return [found["message"] for found in one["params"]["diagnostics"]]
            self._told.append(self._next())

    def at(self, method: str, uri: str, line: int, character: int) -> Any:
        """Query a position."""
        place = {"textDocument": {"uri": uri}, "position": {"line": line, "character": character}}
        return self.ask(f"textDocument/{method}", place)

    def notify(self, method: str, params: Any) -> None:
        """Send a notification."""
        self._send({"method": method, "params": params})

    def ask(self, method: str, params: Any) -> Any:
        """Send a request and return the response."""
        self._number += 1
        self._send({"id": self._number, "method": method, "params": params})
        while True:
            found = self._next()
            if found.get("id") == self._number and "method" not in found:
                assert "error" not in found, found
                return found["result"]
            self._told.append(found)

    def close(self) -> None:
        """Stop the server."""
        self._process.terminate()
        self._process.wait()
        self._to.close()
        self._from.close()

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._to.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._to.flush()

    def _next(self) -> dict[str, Any]:
        while True:
            size = 0
            while (line := self._from.readline()).strip():
                if line.lower().startswith(b"content-length:"):
                    size = int(line.split(b":")[1])
            found: dict[str, Any] = json.loads(self._from.read(size))
            if "id" in found and "method" in found:  # a request from the server: nothing is configured here
                items = found["params"].get("items", []) if isinstance(found.get("params"), dict) else []
                self._send({"id": found["id"], "result": [None] * len(items) or None})
                continue
            if found.get("method", "textDocument/publishDiagnostics") == "textDocument/publishDiagnostics":
                return found


@pytest.fixture
def editor(program: Path) -> Iterator[Editor]:
    editor = Editor(program)
    yield editor
    editor.close()


def written(folder: Path, schema: str, text: str) -> Path:
    file = folder / f"{schema}.yml"
    file.write_text(f"# yaml-language-server: $schema={(SCHEMAS / f'{schema}.json').as_uri()}\n{text}", "utf-8")
    return file


def test_a_wrong_key_is_underlined(editor: Editor, tmp_path: Path) -> None:
    file = written(tmp_path, "projects", "projects:\n  - id: a\n    name: ก\n    budjet: ๑๐๐\n")
    assert editor.problems(file) == ["Property budjet is not allowed."]


def test_keys_are_completed(editor: Editor, tmp_path: Path) -> None:
    uri = editor.open(written(tmp_path, "projects", "projects:\n  - id: a\n    name: ก\n    in\n"))
    offered = editor.at("completion", uri, 4, 6)["items"]
    assert "indicator" in {one["label"] for one in offered}


def test_accepted_words_are_completed(editor: Editor, tmp_path: Path) -> None:
    uri = editor.open(written(tmp_path, "plan", "cycle: 2567-2569\nstate: \n"))
    assert {"announced", "ประกาศใช้"} <= {one["label"] for one in editor.at("completion", uri, 2, 7)["items"]}


def test_keys_are_explained_in_thai(editor: Editor, tmp_path: Path) -> None:
    uri = editor.open(written(tmp_path, "projects", "projects:\n  - id: a\n    name: ก\n    indicator: ก\n"))
    said = editor.at("hover", uri, 4, 7)["contents"]["value"]
    assert "ตัวชี้วัด" in said and "ข้อความตามที่พิมพ์" in said


NAMES = ("lao.yml", "plan.yml", "projects.yml", "idp.yml", "guidelines.yml")
CONTENT = [path for path in sorted((ROOT / "content" / "plans").rglob("*.yml")) if path.name in NAMES]


def test_real_content_has_nothing_underlined(editor: Editor, tmp_path: Path) -> None:
    for number, path in enumerate(CONTENT):
        (tmp_path / str(number)).mkdir()
        file = written(tmp_path / str(number), path.stem, path.read_text("utf-8"))
        assert editor.problems(file) == [], path
