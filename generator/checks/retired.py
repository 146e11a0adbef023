"""Codes of findings that are found no more: a code is never used again, and what it meant stays readable.

Read by `/quality/<code>/`, `phaen check --explain CODE` and the rule about answers (`acknowledged:`) that name one.
`docs/checking.md` says how to retire a code.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RetiredCode:
    """A code that nothing finds any more."""

    code: str
    """The code itself."""
    title: str
    """What it looked for, as the rule said it last, in Thai."""
    retired: str
    """Version of the program that no longer finds it."""
    why: str
    """Why, in Thai, for whoever comes from an old link or an old answer."""
    replaced_by: tuple[str, ...] = ()
    """Codes that look for the same now; empty where none does."""

    @property
    def since_when(self) -> str:
        """The Thai sentence: since when it is retired, and what took its place."""
        instead = f"ปัจจุบันใช้ {' และ '.join(self.replaced_by)} แทน" if self.replaced_by else "ไม่มีข้อตรวจอื่นแทน"
        return f"เลิกใช้ตั้งแต่รุ่น {self.retired} {instead}"


_ALL: tuple[RetiredCode, ...] = ()
RETIRED: dict[str, RetiredCode] = {one.code: one for one in _ALL}
"""Every retired code by its code: `RetiredCode("MONEY-099", "...", "0.2.0", "...", ("MONEY-004",))`."""


def retired_code(code: str) -> RetiredCode | None:
    """Return what is known of a retired code; None for one that is in use or never was."""
    return RETIRED.get(code)


def retired_codes() -> tuple[RetiredCode, ...]:
    """Return all of them, in order of code."""
    return tuple(one for _, one in sorted(RETIRED.items()))
