"""The Content-Security-Policy of every page: only files of this site, no inline script or style.

In each page as `<meta>`, and sent as a header by the configurations in `deploy/`; a test compares the two.
"""

from __future__ import annotations

_DIRECTIVES = (
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",  # data: images in Material's stylesheet
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
)

META_POLICY = "; ".join(_DIRECTIVES)
"""For the `<meta>` of a page."""

HEADER_POLICY = "; ".join((*_DIRECTIVES, "frame-ancestors 'none'"))
"""For a server's header: `frame-ancestors` works only there."""


def with_wasm(policy: str) -> str:
    """Return the policy of /import/, the only page that may compile WebAssembly; `eval` stays forbidden."""
    return policy.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")
