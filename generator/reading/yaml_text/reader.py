"""Reads one file or text into a YamlSource and findings, past every mistake that can be skipped.

Our own, because loaders of libraries stop at the first mistake or lose the line and column of a value (decision 0001).
"""

from __future__ import annotations

import re

from generator.findings import Finding
from generator.reading.content_tree import ContentTree, TooLargeError, UnreadableError
from generator.reading.yaml_text.decoding import decode, readable
from generator.reading.yaml_text.diagnoses import explain
from generator.reading.yaml_text.file_findings import MAX_SAME_CODE, FileFindings
from generator.reading.yaml_text.lines import SourceText
from generator.reading.yaml_text.mending import LinePaths, Mending
from generator.reading.yaml_text.refusals import MAX_BYTES, refuse_empty, refuse_opening, refuse_size
from generator.reading.yaml_text.source import YamlSource
from generator.reading.yaml_text.tabs import move_back
from generator.reading.yaml_text.tree import Tree

_MAX_REPARSED = 3_000_000
"""Most characters parsed again in total, over all mistakes."""
_NOTHING = re.compile(r"(?:[ \t]*+(?:#[^\r\n]*+)?+(?:[\r\n]++|\Z))*+")


def read_yaml(tree: ContentTree, path: str) -> tuple[YamlSource | None, list[Finding]]:
    """Return the source and findings of a file of a content tree; None if it has no usable data."""
    try:
        content = tree.read(path, MAX_BYTES)
    except UnreadableError as error:
        return None, unopened(path, error)
    report = FileFindings(path)
    text = decode(content, report)
    return (None, report.findings()) if text is None else parse_yaml(text, path)


def unopened(path: str, error: UnreadableError) -> list[Finding]:
    """Return the finding for a file that could not be opened."""
    report = FileFindings(path)
    if isinstance(error, TooLargeError):
        refuse_size(report, error.size)
    else:
        refuse_opening(report, error.reason)
    return report.findings()


def parse_yaml(text: str, name: str) -> tuple[YamlSource | None, list[Finding]]:
    """Return the source and findings of YAML text, None without usable data; `name` is the file name in findings."""
    report = FileFindings(name)
    text = text.lstrip("\ufeff")
    if len(text) > MAX_BYTES:
        refuse_size(report, len(text))
        return None, report.findings()
    accepted = readable(text, report)
    if _NOTHING.fullmatch(accepted):
        refuse_empty(report)
        return None, report.findings()
    tree, mending = _grow(accepted, report)
    places = LinePaths.of(tree.root) if mending.said else LinePaths({})
    innocent = tree.text_lines() - mending.sure
    for advice in [one for one in mending.said if one.code != "YAML-024" or one.line not in innocent] or mending.said:
        report.advise(advice, places.at(advice.line - 1))
    tree.inspection.report.move_back(mending.moved)
    report.merge(tree.inspection.report)
    lost = tuple(sorted([*mending.settle(tree.file, tree.root, places), *tree.dropped], key=lambda one: one.first_line))
    if mending.moved:
        move_back(tree.root, mending.moved, accepted)
    if tree.data is None:
        if not report.findings():
            refuse_empty(report)
        return None, report.findings()
    return YamlSource(name, tree.data, text, tree.root, not lost, lost), report.findings()


def _grow(text: str, report: FileFindings) -> tuple[Tree, Mending]:
    """Read to the end, past every mistake."""
    mending = Mending(text)
    reparsed = 0
    while True:
        source = SourceText(text)
        tree = Tree(source, report.name)
        complaint = tree.read()
        gave_up = complaint.line if complaint else tree.too_deep[0] if tree.too_deep else None
        explanation = explain(source, complaint) if complaint else tree.second_look()
        if explanation is None:
            break
        if complaint is None and tree.inspection.odd_lines:
            mending.sure.update(advice.line for advice in explanation.advice)
        again = tree.too_deep is not None and "YAML-004" in mending.codes
        mending.say(explanation, gave_up)
        reparsed += len(text)
        if gave_up is None:
            repaired = mending.repair(source, explanation)
            if repaired is None:
                break  # all of it is in the data, if not as intended
            if reparsed > _MAX_REPARSED or len(mending.said) > MAX_SAME_CODE:
                break
        else:
            if again or reparsed > _MAX_REPARSED or len(mending.said) > MAX_SAME_CODE:
                mending.stop(min([gave_up, *(one.line - 1 for one in explanation.advice)]))
                break
            repaired = mending.repair(source, explanation) or mending.blank(source, explanation, gave_up)
            if repaired is None:
                mending.stop(0)
                break
        text = repaired
    return tree, mending
