"""The page that compares a reader's file with the manifests of this site; hashing runs in the browser."""

from __future__ import annotations

from dataclasses import dataclass

from generator import addresses


@dataclass(frozen=True, slots=True)
class VerifyView:
    """What the page links to."""

    manifest_address: str
    """The root manifest."""
    lao_manifest: str
    """Address of an LAO's manifest below the site, with a placeholder for the code."""


def verify_view() -> VerifyView:
    """Return the page."""
    return VerifyView(addresses.MANIFEST, addresses.lao_manifest("รหัส").removeprefix("/"))
