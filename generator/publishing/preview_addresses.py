"""The unguessable address of a draft's preview.

It is derived from a secret of the site, the LAO and the commit, so that the response to the push can contain it before
the preview is made.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from contextlib import suppress

from generator.publishing.site_dir import SiteDir

KEY = "preview.key"
"""File of the secret, in the state folder."""
_KEY_BYTES = 32


def preview_name(site: SiteDir, code: str, commit: str) -> str:
    """Return the folder name of a draft's preview, with 128 unguessable bits."""
    message = f"{code} {commit}".encode("ascii")
    return hmac.new(_key(site), message, hashlib.sha256).hexdigest()[:32]


def preview_address(site: SiteDir, code: str, commit: str) -> str:
    """Return the address of a preview; only its path if the site's address is unknown."""
    below = site.settings().preview_url or "/preview/"
    return f"{below}{preview_name(site, code, commit)}/lao/{code}/"


def make_preview_key(site: SiteDir) -> None:
    """Create the secret of a site that has none. Raises OSError."""
    _key(site)


def _key(site: SiteDir) -> bytes:
    file = site.state / KEY
    with suppress(FileNotFoundError):
        found = file.read_bytes()
        if len(found) == _KEY_BYTES:
            return found
    site.state.mkdir(parents=True, exist_ok=True)
    part = file.with_name(f".preview.key.{os.getpid()}")
    part.write_bytes(secrets.token_bytes(_KEY_BYTES))
    part.chmod(0o640)  # hooks and builder may be two users of one group
    with suppress(FileExistsError):
        os.link(part, file)  # the first process wins; never replaced, so that published addresses stay
    part.unlink()
    return file.read_bytes()
