"""Assemble what Python needs in the page: Pyodide, the engine's wheels and the kernel's scripts.

Everything lands in `runtime/` of the site under names that carry a hash of their content. Binary
files are stored gzip-compressed, because a plain static host compresses only text; the page
unpacks them. The slow steps are kept in `.cache`, so that a second build is quick.
"""

from builder.runtime.assemble import write_runtime
from builder.runtime.store import RuntimeFile, RuntimeManifest
from builder.runtime.tools import RuntimeBuildError

__all__ = ["RuntimeBuildError", "RuntimeFile", "RuntimeManifest", "write_runtime"]
