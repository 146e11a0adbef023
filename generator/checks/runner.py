"""Runs the rules over the content: the loop, the order, the lines, and the LAO's answers.

In: the results of reading, and the `CheckBasis`. Out: findings, sorted by file and line.
"""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from pydantic import BaseModel

from generator.checks.acknowledgements import GivenAnswers
from generator.checks.all_rules import RULES
from generator.checks.items import (
    CheckBasis,
    FrameworkItem,
    IdpRowItem,
    LaoItem,
    Passage,
    Path,
    PlanItem,
    ProjectItem,
    ResultsItem,
)
from generator.checks.passages import Passages, model_of
from generator.checks.remedies import remedy_in_draft
from generator.checks.rule import Hit, Rule
from generator.checks.text.causes import TextHit, by_cause
from generator.checks.text.damaged_words import Allowance, DocumentWords
from generator.checks.text.repair import REMEDY, REMEDY_IN_DRAFT
from generator.checks.value_positions import ValuePositions, comments
from generator.findings import MOST_OF_A_KIND, PERSONAL, Finding, Location, Severity, few_of_each
from generator.history.revisions import NO_HISTORIES, NO_HISTORY, PlanHistory
from generator.model.content import Framework, LaoFolder
from generator.model.lao import Lao
from generator.model.plan import PlanFolder
from generator.reading.lao_reader import ReadLao
from generator.reading.yaml_text import YamlSource

_RULES_OF: dict[type, list[Rule]] = defaultdict(list)
for _rule in RULES.values():
    _RULES_OF[_rule.item].append(_rule)


_LOG = logging.getLogger(__name__)
COULD_NOT_CHECK = "ตรวจตามข้อตรวจนี้ไม่สำเร็จเพราะโปรแกรมขัดข้อง ({}) จึงยังบอกไม่ได้ว่าข้อมูลถูกหรือไม่"
_MOST_COUNTED = 4 * MOST_OF_A_KIND
"""Matches of a rule in a text that are placed and repaired: more than a file's findings of it."""
_REPORT_IT = "แจ้งผู้ดูแลระบบพร้อมแฟ้มนี้ ส่วนข้อตรวจอื่นตรวจครบตามปกติ"


# Plans all over the country repeat the same texts; without this cache, checking them for slips would be most of the
# work.
@lru_cache(maxsize=65_536)
def _rules_for(text: str) -> tuple[Rule, ...]:
    """Return the text rules that may find something in a text."""
    return tuple(rule for rule in _RULES_OF[Passage] if rule.search(text))


def check_lao(
    read: ReadLao,
    reference: CheckBasis,
    histories: Mapping[str, PlanHistory] = NO_HISTORIES,
    *,
    with_places: bool = False,
) -> tuple[Finding, ...]:
    """Return the findings of all rules for an LAO; unreadable data is left to reading.

    `histories` are the versions of its plans in git, by folder name of the cycle, as far as they were read.
    `with_places`: findings that are only counted keep their places (`few_of_each`).

    Texts are checked in every YAML file, so that personal data is found in an unreadable plan too.
    """
    files = _Files(read.sources, read.texts, read.written)
    texts = files.text_findings(read.lao_folder.lao)
    found = [*texts, *_record_findings(files, read.lao_folder, reference, histories)]
    return _answered(read.lao_folder, found, with_places=with_places)


def check_records(read: ReadLao, reference: CheckBasis) -> tuple[Finding, ...]:
    """Return the findings of the record rules for an LAO, without the text rules."""
    files = _Files(read.sources, read.texts, read.written)
    return _answered(read.lao_folder, _record_findings(files, read.lao_folder, reference, NO_HISTORIES))


def check_personal_data(read: ReadLao) -> tuple[Finding, ...]:
    """Return the findings of personal data that block publishing, in all texts of an LAO's files."""
    texts = _Files(read.sources, read.texts, read.written).text_findings(read.lao_folder.lao)
    return _sorted(one for one in texts if one.code.startswith(PERSONAL) and one.severity is Severity.ERROR)


def check_framework(
    framework: Framework, sources: Mapping[str, YamlSource], reference: CheckBasis
) -> tuple[Finding, ...]:
    """Return the findings of all rules for a national document; `sources` are its files."""
    files = _Files(sources, {})
    found = files.findings(FrameworkItem(framework, reference), f"{framework.path}/document.yml")
    return tuple(few_of_each(_sorted([*found, *files.text_findings(None)])))


def check_text(file: str, text: str) -> tuple[Finding, ...]:
    """Return the findings of all text rules in any text, line by line; `file` is its name in findings."""
    found = _Files({}, {file: text}).text_findings(None)
    return _sorted(one._replace(remedy=REMEDY_IN_DRAFT) if one.remedy == REMEDY else one for one in found)


def _record_findings(
    files: _Files, lao_folder: LaoFolder, reference: CheckBasis, histories: Mapping[str, PlanHistory]
) -> Iterator[Finding]:
    """Yield the findings of the record rules for an LAO and its plans."""
    if lao_folder.lao is None:
        return
    yield from files.findings(LaoItem(lao_folder.lao, lao_folder, reference), f"{lao_folder.path}/lao.yml")
    for plan in _read_plans(lao_folder):
        history = histories.get(plan.plan.cycle.slug, NO_HISTORY)
        yield from _plan_findings(files, PlanItem(lao_folder.lao, plan, lao_folder, reference, history))


def _answered(lao_folder: LaoFolder, found: Iterable[Finding], *, with_places: bool = False) -> tuple[Finding, ...]:
    """Return sorted findings with the LAO's answers, limited per kind."""
    plans = _read_plans(lao_folder)
    drafts = tuple(f"{lao_folder.path}/{plan.plan.cycle.slug}/" for plan in plans if plan.plan.is_draft)
    answers = GivenAnswers(lao_folder.path, plans)
    ordered = _sorted(_for_draft(answers.beside(finding), drafts) for finding in found)
    return tuple(few_of_each(ordered, with_places=with_places))


def _read_plans(lao_folder: LaoFolder) -> list[PlanFolder]:
    return [plan for plan in lao_folder.plans if isinstance(plan, PlanFolder)] if lao_folder.lao else []


def _plan_findings(files: _Files, item: PlanItem) -> Iterator[Finding]:
    folder = f"{item.lao_folder.path}/{item.plan.cycle.slug}"
    yield from files.findings(item, f"{folder}/plan.yml")
    for index, project in enumerate(item.projects):
        yield from files.findings(ProjectItem(item, project), f"{folder}/projects.yml", ("projects", index))
    for index, row in enumerate(item.files.idp.rows if item.files.idp else ()):
        yield from files.findings(IdpRowItem(item, row), f"{folder}/idp.yml", ("rows", index))
    for results in item.files.results:
        yield from files.findings(ResultsItem(item, results), f"{folder}/{item.files.file_of(results)}")


class _Files:
    """The files of one LAO or one framework, and their findings."""

    def __init__(
        self,
        sources: Mapping[str, YamlSource],
        texts: Mapping[str, str],
        written: Mapping[str, YamlSource] | None = None,
    ) -> None:
        self._sources = sources
        self._written = {**sources, **(written or {})}
        """Includes data that no record could be read from: it is checked for personal data too."""
        self._texts = texts
        self._places: dict[tuple[str, bool], ValuePositions] = {}
        self._allowance = Allowance()
        self._words = DocumentWords((*(source.text for source in self._written.values()), *texts.values()))

    def findings(self, item: object, file: str, base: Path = ()) -> Iterator[Finding]:
        """Yield the findings of the rules for an item whose values start at `base` in the file."""
        for rule in _RULES_OF[type(item)]:
            for hit in _hits(rule, item):
                where = f"{file.rpartition('/')[0]}/{hit.file}" if hit.file else file
                yield self._finding(rule, hit, where, hit.path if hit.file else base + hit.path)

    def text_findings(self, lao: Lao | None) -> Iterator[Finding]:
        """Yield the findings of the text rules in all texts of all files."""
        for one in by_cause(self._text_hits(lao)):
            places = self._place(one.file, written=True)
            also = [places.location(path, snippet, before) for (path, before), snippet in one.also.items()]
            also.sort(key=lambda place: (place.line, place.column))
            yield self._finding(one.rule, one.hit, one.file, one.path, also, one.before, written=True)

    def _text_hits(self, lao: Lao | None) -> Iterator[TextHit]:
        for file, source in self._written.items():
            yield from _hits_in(file, source.data, self._allowance, self._words, lao, model_of(file))
            # Comments are published with the file, so they are checked for personal data.
            written = comments(source.text)
            yield from (
                hit for hit in _hits_in(file, written, self._allowance, self._words, lao) if hit.rule.subject == "PDPA"
            )
        for file, text in self._texts.items():
            yield from _hits_in(file, dict(enumerate(text.split("\n"), start=1)), self._allowance, self._words, lao)

    def _finding(
        self,
        rule: Rule,
        hit: Hit,
        file: str,
        path: Path,
        also: Iterable[Location] = (),
        before: int = 0,
        *,
        written: bool = False,
    ) -> Finding:
        places = self._place(file, written=written)
        return Finding(
            rule.code,
            rule.severity,
            hit.message,
            places.location(path, hit.snippet, before),
            hit.remedy or rule.remedy,
            suggestion=hit.suggestion,
            also=(*(places.location(other, hit.snippet) for other in hit.also), *also),
            subjects=places.subjects(path),
            figures=hit.figures,
        )

    def _place(self, file: str, *, written: bool = False) -> ValuePositions:
        """Return the places of the data read from a file, or of everything written in it."""
        source = (self._written if written else self._sources).get(file)
        key = (file, source is not self._sources.get(file))
        if key not in self._places:
            self._places[key] = ValuePositions(file, source.text if source else self._texts.get(file, ""), source)
        return self._places[key]


def _hits_in(
    file: str,
    data: object,
    allowance: Allowance,
    words: DocumentWords,
    lao: Lao | None,
    model: type[BaseModel] | None = None,
) -> Iterator[TextHit]:
    """Yield the text rules' hits in a file; texts that no person wrote are only checked for personal data."""
    for found, also in Passages(data, lao, model).where(_rules_for):
        passage = found._replace(often=words.count, may_be_read=allowance.take(found.text))
        for rule in _rules_for(passage.text):
            if not passage.is_worded and rule.subject != "PDPA":
                continue
            assert rule.pattern is not None  # noqa: S101  # `text_rule` creates no rule without one
            seen: dict[str, tuple[int, int]] = {}
            for count, match in enumerate(rule.pattern.finditer(passage.text)):
                given = passage if count < _MOST_COUNTED else passage._replace(may_be_read=False)
                for hit in _hits(rule, given, match):
                    before = _before(passage.text, hit.snippet, match.start(), seen)
                    others = dict.fromkeys(((path, before) for path in also), hit.snippet)
                    yield TextHit(rule, hit, file, passage.path, before, others)


def _before(text: str, snippet: str, start: int, seen: dict[str, tuple[int, int]]) -> int:
    """Return the number of occurrences of a part in a text before the next unreported one.

    `seen` maps each part to its last search position and the number of occurrences before it. Counting takes a pass
    over the text per part, so it ends after `_MOST_COUNTED`: later findings of a rule are added up without places.
    """
    if not snippet or (snippet not in seen and len(seen) == _MOST_COUNTED):
        return 0
    after, count = seen.get(snippet, (0, 0))
    at = text.find(snippet, max(after, start - len(snippet) + 1))
    if at < 0:
        return 0
    count += text.count(snippet, after, at)
    seen[snippet] = (at + len(snippet), count + 1)
    return count


def _hits(rule: Rule, *given: object) -> list[Hit]:
    """Return the hits of a rule; an exception becomes a hit, so that no data can stop the other rules.

    It keeps the rule's severity: data that an error-level rule could not check is not published.
    """
    hits: list[Hit] = []
    try:
        hits.extend(rule.find(*given))
    except Exception as error:  # noqa: BLE001  # any error may stop only one rule on one LAO
        _LOG.debug("%s failed", rule.code, exc_info=True)
        hits.append(Hit(COULD_NOT_CHECK.format(type(error).__name__), remedy=_REPORT_IT))
    return hits


def _for_draft(finding: Finding, drafts: tuple[str, ...]) -> Finding:
    """Return the finding with the remedy for drafts if its plan is one: a draft needs no declaration."""
    if not drafts or not finding.location.file.startswith(drafts):
        return finding
    return finding._replace(remedy=remedy_in_draft(finding.remedy))


def _sorted(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=_order))


def _order(finding: Finding) -> tuple[str, int, int, str, str]:
    place = finding.location
    return place.file, place.line, place.column, finding.code, finding.message
