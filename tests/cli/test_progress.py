"""The progress bar: yields every item once, shows nothing unless on a terminal."""

from __future__ import annotations

import io
import sys

import pytest

from generator.cli import progress_bar


class Terminal(io.StringIO):
    """A stream that claims to be a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("patience", [0.0, 60.0])
@pytest.mark.parametrize("count", [0, 1, 5])
def test_every_item_is_yielded_once(monkeypatch: pytest.MonkeyPatch, patience: float, count: int) -> None:
    monkeypatch.setattr(progress_bar, "_PATIENCE", patience)
    monkeypatch.setattr(sys, "stderr", Terminal())
    assert list(progress_bar.tracked(range(count), "กำลังตรวจ")) == list(range(count))


def test_nothing_is_shown_without_a_terminal_or_if_fast(monkeypatch: pytest.MonkeyPatch) -> None:
    for stream, patience in ((io.StringIO(), 0.0), (Terminal(), 60.0)):
        monkeypatch.setattr(progress_bar, "_PATIENCE", patience)
        monkeypatch.setattr(sys, "stderr", stream)
        list(progress_bar.tracked(range(5), "กำลังตรวจ"))
        assert stream.getvalue() == ""


def test_a_bar_is_shown_if_it_takes_long(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Terminal()
    monkeypatch.setattr(progress_bar, "_PATIENCE", 0.0)
    monkeypatch.setattr(sys, "stderr", stream)
    list(progress_bar.tracked(range(5), "กำลังตรวจ"))
    assert "กำลังตรวจ" in stream.getvalue()
