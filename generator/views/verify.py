"""The page on which a reader holds a file against the manifests of this site; the hashing is done in the browser."""

from __future__ import annotations

from dataclasses import dataclass

from generator import addresses


@dataclass(frozen=True, slots=True)
class VerifyView:
    """What the page links to."""

    manifest_address: str
    """The root manifest."""
    lao_manifest: str
    """Where the manifest of an LAO stands below the site, with a word for the code."""


def verify_view() -> VerifyView:
    """Return the page."""
    return VerifyView(addresses.MANIFEST, addresses.lao_manifest("รหัส").removeprefix("/"))
