"""Errors that end a command. Everything else is a finding.

PhaenError
└── UsageError      wrong use, or input that cannot be opened at all (exit code 2)

Messages are Thai sentences for the officer who reads them; the command line prints them without a traceback.
"""

from __future__ import annotations


class PhaenError(Exception):
    """Any failure that ends a command; the text is a Thai sentence for the officer."""

    exit_code = 2


class UsageError(PhaenError):
    """Unusable input to a command: a missing folder, an unknown code, a bad option."""
