"""Each text file removed, renamed, emptied, cut, in another encoding."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from ..mutant import Mutant
from ..project import Files, Original


def _changes(path: PurePosixPath, data: bytes) -> Iterator[tuple[str, Files]]:
    name = str(path)
    half = data.decode()[: len(data.decode()) // 2].encode()
    yield "remove-file", {name: None}
    yield "rename-file", {name: None, str(path.with_suffix(path.suffix + "x")): data}
    yield "rename-file", {name: None, str(path.with_name(f"x{path.name}")): data}
    yield "recase-file", {name: None, str(path.with_name(path.name.upper())): data}
    yield "empty-file", {name: b""}
    yield "empty-file", {name: b"# nothing\n"}
    yield "cut-file", {name: half}
    yield "reencode-file", {name: data.decode().encode("utf-16")}
    yield "reencode-file", {name: data.decode().encode("cp1251", "replace")}
    yield "tabulate-file", {name: data.replace(b"\n  ", b"\n\t")}


def _operator(name: str):
    def mutants(original: Original) -> Iterator[Mutant]:
        for file, data in sorted(original.files.items()):
            if file.endswith((".yml", ".md")):
                for operator, files in _changes(PurePosixPath(file), data):
                    if operator == name and files.get(file) != data:
                        others = [PurePosixPath(other).name for other in files if other != file]
                        yield Mutant(name, file, 1, " ".join(["changed", *others]), files, None)

    return mutants


NAMES = dict.fromkeys(name for name, _ in _changes(PurePosixPath("x.yml"), b"0123456789"))
OPERATORS = {name: _operator(name) for name in NAMES}
