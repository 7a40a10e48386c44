"""The content security policy of every page, and the headers that hosts may send."""

STYLE_NONCE = "ml-bites-styles"
# A learner may connect a language model, and which server that is they alone decide: any https
# address, or a server on their own machine. Only data may go there. What runs in the page is still
# only our own (`script-src`), a learner's program sits behind the frame's own policy, which allows
# no address at all, and the page sends nothing that the learner did not ask for.
LEARNERS_MODEL = "https: http://localhost:* http://127.0.0.1:*"
ISOLATION = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}
# The rules by which text may become HTML or the address of a script, each known by its name.
TRUSTED = "dompurify first-script kernel-frame kernel-worker next-page service-worker"
FOREVER = "public, max-age=31536000, immutable"


def page_policy(frame_hash: str) -> str:
    """Return the policy of a page.

    The kernel's frame inherits it: its script is allowed by hash, its worker as `blob:` or, for
    WebKit, as `data:`; either inherits the frame's policy. The nonce is no secret; it is there for
    the `<style>` elements that CodeMirror makes. Style attributes are allowed for what a learner's
    program shows; no address in them can be reached.
    In browsers that know Trusted Types, text becomes HTML or the address of a script only by the
    rules of `site/src/kernel/trusted-types.ts` and of the sanitiser, DOMPurify.

    Args:
        frame_hash: The frame's inline script, as `sha256-...`.
    """
    rules = {
        "default-src": "'none'",
        "script-src": f"'self' 'wasm-unsafe-eval' '{frame_hash}'",
        "style-src": f"'self' 'nonce-{STYLE_NONCE}'",
        "style-src-attr": "'unsafe-inline'",
        "font-src": "'self'",
        "img-src": "'self' data: blob:",
        "connect-src": f"'self' {LEARNERS_MODEL}",
        "worker-src": "'self' blob: data:",
        "frame-src": "'self'",
        "manifest-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'none'",
        "require-trusted-types-for": "'script'",
        "trusted-types": TRUSTED,
    }
    return "; ".join(f"{name} {sources}" for name, sources in rules.items())


def headers_file(base_path: str) -> str:
    """Return the `_headers` file that several static hosts read.

    Args:
        base_path: Where the site lies on its host, such as `/` or `/course/`.
    """
    everywhere = [f"  {name}: {value}" for name, value in ISOLATION.items()]
    lines = [f"{base_path}*", *everywhere]
    for folder in ("assets", "runtime"):
        lines += ["", f"{base_path}{folder}/*", f"  Cache-Control: {FOREVER}"]
    return "\n".join(lines) + "\n"
