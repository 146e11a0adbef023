"""States that views find out and words name: days in the life of a plan, mandatory topics, national documents."""

from __future__ import annotations

from enum import StrEnum


class Milestone(StrEnum):
    """A day in the life of a plan, in the order in which days ought to come."""

    ORDER = "order"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    APPROVED = "approved"
    ANNOUNCED = "announced"
    EFFECTIVE = "effective"
    STAMPED = "stamped"
    ENDS = "ends"


class TopicState(StrEnum):
    """Where a mandatory topic is."""

    FOUND = "found"
    PARTIAL = "partial"
    OUTSIDE = "outside"
    """Outside the part of the document that was received: nobody can say whether it is missing."""
    MISSING = "missing"
    """Not in the data of a document received in full."""


class Validity(StrEnum):
    """Whether a national document holds, as far as its dates tell."""

    NOT_STATED = "not_stated"
    """The dates do not suffice to say."""
    NOT_YET_IN_FORCE = "not_yet_in_force"
    IN_FORCE = "in_force"
    EXPIRED = "expired"
