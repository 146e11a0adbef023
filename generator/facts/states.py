"""States that views compute and words name: milestones of a plan, mandatory topics, national documents."""

from __future__ import annotations

from enum import StrEnum


class Milestone(StrEnum):
    """A milestone of a plan, in the expected order."""

    ORDER = "order"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    APPROVED = "approved"
    ANNOUNCED = "announced"
    EFFECTIVE = "effective"
    STAMPED = "stamped"
    ENDS = "ends"


class TopicState(StrEnum):
    """Where a mandatory topic was found."""

    FOUND = "found"
    PARTIAL = "partial"
    OUTSIDE = "outside"
    """Outside the received part of the document: it may or may not be missing."""
    MISSING = "missing"
    """Missing from the data of a document received in full."""


class Validity(StrEnum):
    """Whether a national document is valid, by its dates."""

    NOT_STATED = "not_stated"
    """The dates are not sufficient to decide."""
    NOT_YET_IN_FORCE = "not_yet_in_force"
    IN_FORCE = "in_force"
    EXPIRED = "expired"
