"""Where copies are put down: whole and on the disk or not at all; what is in the clear goes away with its program."""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SCRATCH = "zvonok-scratch-"


@contextmanager
def whole(file: Path) -> Iterator[Path]:
    """An empty `.part` to write to; at the end of the block it is on the disk under the file's own name."""
    unfinished = file.with_name(file.name + ".part")
    unfinished.unlink(missing_ok=True)
    try:
        unfinished.touch(0o600)
        yield unfinished
        put_under(unfinished, file)
    finally:
        unfinished.unlink(missing_ok=True)


def put_under(file: Path, name: Path) -> None:
    """Gives the file that name in one step that outlives a power cut; what stood there is gone."""
    flushed(file)
    file.replace(name)
    flushed(name.parent)


def flushed(path: Path) -> None:
    """A file's content, or a folder's names, onto the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def scratch(beside: Path) -> Iterator[Path]:
    """A folder that nobody else may read, removed at the end; so are those whose programs were killed."""
    _sweep(beside)
    folder = Path(tempfile.mkdtemp(prefix="zvonok-new-", dir=beside))
    handle = os.open(folder, os.O_RDONLY)
    try:
        # It is taken before it has the name that a sweep looks for.
        fcntl.flock(handle, fcntl.LOCK_EX)
        folder = folder.rename(folder.with_name(folder.name.replace("zvonok-new-", SCRATCH)))
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        os.close(handle)


def _sweep(beside: Path) -> None:
    for folder in beside.glob(f"{SCRATCH}*"):
        handle = os.open(folder, os.O_RDONLY)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(folder, ignore_errors=True)
        except BlockingIOError:
            continue
        finally:
            os.close(handle)
