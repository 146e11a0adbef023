"""The Content-Security-Policy of every page: nothing but this site's own files, and no script or style inside a page.

Written into each page as `<meta>`, and sent as a header by the configurations in `deploy/`, which a test holds to this.
"""

from __future__ import annotations

_DIRECTIVES = (
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",  # data: the marks that Material's stylesheet draws
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
)

META_POLICY = "; ".join(_DIRECTIVES)
"""As it stands in a page."""

HEADER_POLICY = "; ".join((*_DIRECTIVES, "frame-ancestors 'none'"))
"""As a server sends it: who may frame a page can only be said in a header."""
