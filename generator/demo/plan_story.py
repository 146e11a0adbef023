"""The history of one fictional plan: each event changes its data and returns a commit message."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

from generator.demo import story_words
from generator.demo import vocabulary as words
from generator.demo.lao_in_hand import LaoInHand
from generator.demo.plan_edits import MATRIX
from generator.demo.story_calendar import Dated, Happening, drawn_count, plan_calendar
from generator.thai.dates import BE_MINUS_CE, format_thai_date
from generator.thai.years import Cycle

_OFFICIAL = ("submitted", "approval", "announcement", "documents")
"""Keys of plan.yml that a draft lacks."""
_LATER = ("amendments", "corrections")
"""Keys that appear only with the changes they declare."""


class PlanStory:
    """One plan: each event changes its data and records the changed files."""

    def __init__(self, lao: LaoInHand, slug: str, average: int) -> None:
        """Take the plan's LAO, its cycle, and the average number of revisions per plan."""
        self._lao, self.slug = lao, slug
        self._files = lao.take(slug)
        self._plan: dict[str, Any] = self._files["plan.yml"]
        self._order = list(self._plan)
        for key in _LATER:
            self._plan.pop(key, None)
        results = [name for name in self._files if name.startswith("results/")]
        self._edits = lao.edits(slug, self._files)
        count = drawn_count(average, lao.chance)
        self._state: str = self._plan["state"]
        self.calendar = plan_calendar(Cycle.parse(slug), self._state, results, count, lao.chance)
        self._official: dict[str, Any] = {}
        if any(one.happening is Happening.MADE_OFFICIAL for one in self.calendar):
            self._official = {key: self._plan.pop(key) for key in _OFFICIAL if key in self._plan}
            self._plan["state"] = "draft"
        reported = {one.results for one in self.calendar}
        self._there = [name for name in self._files if name not in reported]
        self._decided = datetime.date.min
        self._dated = self.calendar[0]
        self.touched: list[str] = []
        """Files written by the last event, below the LAO's folder."""
        self.happened = Happening.INTRODUCED
        """The last event; differs from the planned one if a plan has no money to correct."""
        self.ids: tuple[str, ...] = ()
        """Projects changed, added or deleted."""

    def happens(self, dated: Dated) -> str:
        """Run an event; return the commit message."""
        self._dated, self.touched, self.happened, self.ids = dated, [], dated.happening, ()
        return _HAPPENINGS[dated.happening](self)

    def _introduced(self) -> str:
        self._touch(*self._there)
        if self._lao.has_text(f"{self.slug}/narrative.md"):
            self._touch("narrative.md")
        office = self._lao.office
        if self._dated.is_batched:
            return story_words.batch(office.province, self.slug)
        return (story_words.drafted if self._plan["state"] == "draft" else story_words.introduced)(office, self.slug)

    def _made_official(self) -> str:
        self._plan |= self._official | {"state": self._state}
        self._touch("plan.yml")
        return story_words.made_official(self._lao.office, self.slug, self._state)

    def _draft_changed(self) -> str:
        edits = self._edits.any_edits(3)
        self.ids = tuple(one.id for one in edits)
        self._touch("plan.yml", "projects.yml")
        return story_words.draft_changed(self._lao.office, [one.said for one in edits])

    def _amended(self) -> str:
        edits = self._edits.any_edits(3)
        self.ids = tuple(one.id for one in edits)
        figure = self._edits.figure
        # Decided after all earlier decisions, announced after that, published today.
        resolved = max(self._dated.day - datetime.timedelta(30), self._decided + datetime.timedelta(1))
        resolved = min(resolved, self._dated.day - datetime.timedelta(1))
        announced = max(self._dated.day - datetime.timedelta(7), resolved)
        self._decided = resolved
        amendments = self._plan.setdefault("amendments", [])
        number = figure(len(amendments) + 1)
        ids = {"ids": [MATRIX]} if any(one.with_matrix for one in edits) else {}
        amendments.append(
            {
                "number": number,
                "committee": self._lao.office.committee,
                "meeting": figure(f"{resolved.month}/{resolved.year + BE_MINUS_CE}"),
                "resolution_date": figure(format_thai_date(resolved, "arabic")),
                "announcement_date": figure(format_thai_date(announced, "arabic")),
                "effective_date": figure(format_thai_date(announced, "arabic")),
                "reason": self._lao.chance.choice(words.AMENDED),
                **ids,
                "items": [one.item() for one in edits],
            }
        )
        self._touch("plan.yml", "projects.yml")
        return story_words.amended(self._lao.office, self.slug, number, [one.said for one in edits])

    def _corrected(self) -> str:
        edit = self._edits.mistyped_budget()
        if edit is None:
            return self._reworded()
        chance = self._lao.chance
        self.ids = (edit.id,)
        before, after = edit.before or "", edit.after or ""
        entry = {
            "date": format_thai_date(self._dated.day, "arabic", "short"),
            "kind": chance.choice(("transcription", "clerical")),
            "ids": [edit.id],
            "reason": words.CORRECTED[0],
            "source_page": self._edits.figure(f"หน้า {chance.randint(12, 60)}"),
            "before": before,
            "after": after,
        }
        self._plan.setdefault("corrections", []).append(entry)
        self._touch("plan.yml", "projects.yml")
        return story_words.corrected(self._lao.office, edit.said, before, after)

    def _silent(self) -> str:
        ways = [self._edits.change_budget, self._edits.move_period, self._edits.change_responsible]
        self._lao.chance.shuffle(ways)
        made = (way() for way in (*ways, self._edits.drop_project, self._edits.add_project))
        self.ids = (next(edit.id for edit in made if edit),)
        self._touch("plan.yml", "projects.yml")
        return self._lao.chance.choice(story_words.SILENT)

    def _reported(self) -> str:
        whole = self._files[self._dated.results]
        year = whole["fiscal_year"]
        if self._dated.is_half:
            rows = [{**row, "status": "in_progress"} for row in whole["projects"][::2] if row["status"] == "done"]
            known = {"round": "6", "as_of": f"31 มี.ค. {year}", "projects": rows}
            self._lao.put(f"{self.slug}/{self._dated.results}", {**whole, **known})
        else:
            known = {"round": "12", "as_of": f"30 ก.ย. {year}"}
            self._lao.put(f"{self.slug}/{self._dated.results}", {**whole, **known})
        self._touch(self._dated.results)
        return story_words.reported(self._lao.office, year, "6" if self._dated.is_half else "12")

    def _reworded(self) -> str:
        path, chance = f"{self.slug}/narrative.md", self._lao.chance
        self.happened = Happening.REWORDED
        if chance.random() < 0.5 and self._lao.reword(path):
            self._touch("narrative.md")
        else:
            others = [one for one in words.RATIONALE if one not in self._plan["rationale"]]
            self._plan["rationale"] = [*self._plan["rationale"][:-1], chance.choice(others)]
            self._touch("plan.yml")
        return story_words.reworded(self._lao.office, self.slug)

    def _document_added(self) -> str:
        documents = self._plan.setdefault("documents", [])
        number = len(documents) + 1
        address = f"https://{self._lao.office.code}.example/{self.slug}-{number}.pdf"
        title = f"รายงานการประชุมคณะกรรมการ ครั้งที่ {self._edits.figure(number)} (สมมุติ)"
        documents.append({"id": f"minutes-{number}", "kind": "รายงานการประชุม", "title": title, "address": address})
        self._touch("plan.yml")
        return story_words.document_added(self._lao.office, title)

    def _cosmetic(self) -> str:
        name = self._lao.chance.choice(("plan.yml", "projects.yml"))
        self._lao.change_style(f"{self.slug}/{name}")
        self._touch(name)
        return self._lao.chance.choice(story_words.COSMETIC)

    def _office_changed(self) -> str:
        self.touched.append("lao.yml")
        return self._lao.change_contact()

    def _touch(self, *names: str) -> None:
        in_order = {key: self._plan[key] for key in (*self._order, *self._plan) if key in self._plan}
        self._lao.put(f"{self.slug}/plan.yml", in_order)
        self.touched += [f"{self.slug}/{name}" for name in names]


_HAPPENINGS: dict[Happening, Callable[[PlanStory], str]] = {
    Happening.INTRODUCED: PlanStory._introduced,
    Happening.DRAFT_CHANGED: PlanStory._draft_changed,
    Happening.MADE_OFFICIAL: PlanStory._made_official,
    Happening.AMENDED: PlanStory._amended,
    Happening.CORRECTED: PlanStory._corrected,
    Happening.SILENT: PlanStory._silent,
    Happening.REPORTED: PlanStory._reported,
    Happening.REWORDED: PlanStory._reworded,
    Happening.DOCUMENT_ADDED: PlanStory._document_added,
    Happening.COSMETIC: PlanStory._cosmetic,
    Happening.OFFICE_CHANGED: PlanStory._office_changed,
}
