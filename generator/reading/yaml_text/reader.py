"""One file or text in, a YamlSource and findings out; reads on past every mistake that can be stepped over."""

from __future__ import annotations

import re
import stat
from pathlib import Path

from generator.findings import Finding
from generator.reading.yaml_text.advice import Advice
from generator.reading.yaml_text.decoding import decode, readable
from generator.reading.yaml_text.diagnoses import explain
from generator.reading.yaml_text.lines import SourceText
from generator.reading.yaml_text.refusals import MAX_BYTES, refuse_empty, refuse_opening, refuse_size
from generator.reading.yaml_text.report import MAX_SAME_CODE, Report
from generator.reading.yaml_text.slips import odd_indentation
from generator.reading.yaml_text.source import YamlSource
from generator.reading.yaml_text.tree import Tree

_MAX_REPARSED = 3_000_000
"""Characters to be read over again, in all, on the way from one mistake to the next."""
_NOTHING = re.compile(r"(?:[ \t]*(?:#[^\r\n]*)?(?:[\r\n]+|\Z))*")


def read_yaml(file: Path, name: str) -> tuple[YamlSource | None, list[Finding]]:
    """Read a file that findings are to call `name`; None when it holds no data that can be used."""
    report = Report(name)
    try:
        status = file.stat()
        if stat.S_ISREG(status.st_mode) and status.st_size <= MAX_BYTES:
            with file.open("rb") as stream:
                content = stream.read(MAX_BYTES + 1)
            size = len(content)
        else:
            content, size = b"", status.st_size
    except (OSError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or type(error).__name__
        refuse_opening(report, reason)
        return None, report.findings()
    if not stat.S_ISREG(status.st_mode):
        refuse_opening(report, None)
        return None, report.findings()
    if size > MAX_BYTES:
        refuse_size(report, size)
        return None, report.findings()
    text = decode(content, report)
    return (None, report.findings()) if text is None else parse_yaml(text, name)


def parse_yaml(text: str, name: str) -> tuple[YamlSource | None, list[Finding]]:
    """Read YAML text that findings are to say stands in `name`; None when it holds no data that can be used."""
    report = Report(name)
    text = text.lstrip("\ufeff")
    if len(text) > MAX_BYTES:
        refuse_size(report, len(text))
        return None, report.findings()
    accepted = readable(text, report)
    if _NOTHING.fullmatch(accepted):
        refuse_empty(report)
        return None, report.findings()
    tree, usable = _grow(accepted, report)
    if not usable:
        return None, report.findings()
    if tree.data is None:
        refuse_empty(report)
        return None, report.findings()
    return YamlSource(name, tree.data, text, tree.root), report.findings()


def _grow(text: str, report: Report) -> tuple[Tree, bool]:
    """Read until the end, past every mistake that can be stepped over; say whether the data can be used."""
    said: list[Advice] = []
    sure: set[int] = set()
    reparsed = 0
    while True:
        source = SourceText(text)
        tree = Tree(source, report.name)
        complaint = tree.read()
        if complaint is not None:
            explanation = explain(source, complaint)
        elif tree.inspection.odd_lines:
            explanation = odd_indentation(source, tree.inspection.odd_lines)
            sure.update(advice.line for advice in explanation.advice)
        else:
            break
        redo = any(advice.code == "YAML-024" for advice in said)  # then its indentation is to be typed anew anyway
        said += [advice for advice in explanation.advice if not (redo and advice.code == "YAML-028")]
        reparsed += len(text)
        if explanation.repaired in (None, text) or reparsed > _MAX_REPARSED or len(said) > MAX_SAME_CODE:
            break
        text = explanation.repaired or ""
    innocent = tree.text_lines() - sure
    said = [advice for advice in said if advice.code != "YAML-024" or advice.line not in innocent] or said
    for advice in said:
        report.advise(advice)
    report.merge(tree.inspection.report)
    mended = all(advice.code == "YAML-024" for advice in said)
    no_keys = isinstance(tree.data, str) and tree.inspection.report.holds("YAML-029")  # `name:text` on every line
    return tree, complaint is None and mended and not tree.too_deep and not no_keys
