"""A verification as Thai lines for a terminal, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from generator.cli.finding_files import shown_path
from generator.findings import printable
from generator.history.integrity import Trace, Verification, Weight
from generator.words.integrity import LIMITS, NOT_PROVEN, WEIGHT, sentence

_SHOWN = 20
"""Most places per kind shown in a terminal."""
_COUNTED = {"files": "ไฟล์", "laos": "อปท.", "commits": "เวอร์ชัน", "signed": "มีลายมือชื่อ", "valid": "ลายมือชื่อถูกต้อง"}
_FACTS = {
    "manifest": "SHA-256 ของ manifest.json",
    "commit": "เวอร์ชันของข้อมูล (commit)",
    "policy": "รายชื่อกุญแจ",
}
_TARGET = {"site": "เว็บไซต์", "repository": "คลังข้อมูล git"}


def verification_text(found: Verification, target: Path) -> str:
    """Return the traces, gravest first, then what was checked and what that cannot prove."""
    lines = [line for weight in Weight for line in _of_weight(found, weight)]
    counts = " ".join(f"{_COUNTED[name]} {count:,}" for name, count in found.counts.items())
    verdict = "พบสิ่งที่ไม่ตรงกับที่เผยแพร่" if found.is_tampered else "ไม่พบสิ่งที่ไม่ตรงกับที่เผยแพร่"
    lines.append(
        f"ตรวจ{_TARGET[found.target]} {printable(shown_path(target))} แล้ว: {verdict} ({counts or 'ตรวจต่อไม่ได้'})"
    )
    lines += [f"{_FACTS[name]}: {printable(value)}" for name, value in found.facts.items() if value]
    lines += [NOT_PROVEN, *(f"  - {limit}" for limit in LIMITS[found.target])]
    return "\n".join(lines)


def verification_json(found: Verification, target: Path) -> str:
    """Return the same for programs."""
    return (
        json.dumps(
            {
                "target": found.target,
                "path": target.as_posix(),
                "tampered": found.is_tampered,
                "counts": found.counts,
                "facts": found.facts,
                "traces": [
                    {
                        "weight": trace.weight,
                        "kind": trace.kind,
                        "place": trace.place,
                        "code": trace.code,
                        "detail": trace.detail,
                        "message": sentence(trace),
                    }
                    for weight in Weight
                    for trace in found.traces
                    if trace.weight is weight
                ],
                "cannot_prove": LIMITS[found.target],
            },
            ensure_ascii=False,
            indent=2,
        )
        .encode("utf-8", "replace")
        .decode("utf-8")
    )


def _of_weight(found: Verification, weight: Weight) -> Iterator[str]:
    of_kind: dict[str, list[Trace]] = {}
    for trace in found.traces:
        if trace.weight is weight:
            of_kind.setdefault(trace.kind, []).append(trace)
    if of_kind:
        yield f"{WEIGHT[weight]}:"
    for traces in of_kind.values():
        yield f"  {sentence(traces[0])}"
        yield from (f"    {_place(trace)}" for trace in traces[:_SHOWN])
        if len(traces) > _SHOWN:
            yield f"    และอีก {len(traces) - _SHOWN:,} แห่ง (ดูทั้งหมดด้วย --format json)"


def _place(trace: Trace) -> str:
    parts = [trace.place]
    if trace.code and not trace.place.startswith(f"lao/{trace.code}/"):
        parts.append(f"อปท. {trace.code}")
    if trace.detail:
        parts.append(f"({trace.detail})")
    return printable(" ".join(parts))[:300]
