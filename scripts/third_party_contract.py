"""A contract for import-linter: each package of Geleit uses only the libraries named for it.

The standard library is free to all. A package without a line may import no library at all, so a new one
has to be thought about. ``.importlinter`` holds the table.
"""

import sys
from collections.abc import Iterable
from typing import cast

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output


class ThirdPartyContract(Contract):
    """Compare the libraries that each package imports directly with those it may.

    Notes
    -----
    Option ``allowed``: one line per package of the root package, ``package: library library``. A library
    goes by the top-level name it is imported under.
    """

    type_name = "third_party"

    allowed = fields.ListField(subfield=fields.StringField())

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:  # noqa: FBT001  import-linter's signature
        """Look at every import of a library from the graph.

        Parameters
        ----------
        graph : ImportGraph
            All imports of the root package, external packages included.
        verbose : bool
            Unused; a broken contract always names every line.

        Returns
        -------
        ContractCheck
            Broken when a package imports a library that its line does not name.
        """
        del verbose
        allowed = _read_table(cast("list[str]", self.allowed))  # parsed by the field
        root = str(self.session_options["root_packages"][0])
        libraries = {module for module in graph.modules if _is_library(module, root)}
        violations = [
            f"{importer} (line {detail['line_number']}) imports {library}"
            for library in sorted(libraries)
            for importer in sorted(graph.find_modules_that_directly_import(library))
            if library.split(".")[0] not in allowed.get(_package_of(importer), frozenset())
            for detail in graph.get_import_details(importer=importer, imported=library)
        ]
        return ContractCheck(kept=not violations, metadata={"violations": violations})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Print each import that is not allowed, and what to do about it.

        Parameters
        ----------
        check : ContractCheck
            What `check` found.
        """
        for violation in check.metadata["violations"]:
            output.print_error(violation)
        output.print("Move the import to the package it belongs to, or name the library in .importlinter.")


def _read_table(lines: Iterable[str]) -> dict[str, frozenset[str]]:
    table = {}
    for line in lines:
        package, _, libraries = line.partition(":")
        table[package.strip()] = frozenset(libraries.split())
    return table


def _is_library(module: str, root: str) -> bool:
    top = module.partition(".")[0]
    return top != root and top not in sys.stdlib_module_names


def _package_of(module: str) -> str:
    """Return ``cli`` for ``geleit.cli.main``, and nothing for the root package itself."""
    return ".".join(module.split(".")[1:2])
