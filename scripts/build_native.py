"""Compile the planner's search when Geleit is installed or a wheel is built (hatchling calls this).

Without a C compiler Geleit is installed all the same and searches in Python, more slowly; the message says so.
`python -m scripts.build_native` compiles in place.
"""

import os
import platform
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

FOLDER = Path("src/geleit/planner/native")
LIBRARY = "_search.so"
FLAGS = ("-std=c11", "-O3", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC")
MACHINE_FLAGS = {"x86_64": ("-march=x86-64-v2",), "AMD64": ("-march=x86-64-v2",)}
"""Processors that are older than these have no instruction to count bits."""


def compiled(root: Path) -> Path | None:
    """Return the library, compiled where it is older than its source; None where there is no compiler."""
    folder = root / FOLDER
    library, sources = folder / LIBRARY, sorted(folder.glob("*.c"))
    parts = [*sources, *folder.glob("*.h")]
    if library.exists() and library.stat().st_mtime >= max(part.stat().st_mtime for part in parts):
        return library
    compiler = shutil.which(os.environ.get("CC", "cc")) or shutil.which("gcc") or shutil.which("clang")
    if compiler is None:
        print("geleit: no C compiler found; the planner will search in Python, more slowly", file=sys.stderr)
        return None
    made = library.with_suffix(f".{os.getpid()}.tmp")  # a library in use is replaced, not overwritten
    command = [compiler, *FLAGS, *MACHINE_FLAGS.get(platform.machine(), ())]
    subprocess.run([*command, *map(str, sources), "-o", str(made), "-lm"], check=True)
    made.replace(library)
    return library


class CustomBuildHook(BuildHookInterface[Any]):
    """Puts the library into the wheel, which is then for this kind of machine alone."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile before files are gathered."""
        del version
        library = compiled(Path(self.root))
        if library is not None:
            build_data["pure_python"] = False
            build_data["tag"] = f"py3-none-{sysconfig.get_platform().replace('-', '_').replace('.', '_')}"
            build_data["force_include"][str(library)] = f"geleit/planner/native/{LIBRARY}"


if __name__ == "__main__":
    print(compiled(Path.cwd()) or "not compiled")
