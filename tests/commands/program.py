"""`python -m bot …` in a process that was forked after the slow imports."""

import logging
import os
import runpy
import sys
import warnings
from collections.abc import Mapping, Sequence


def run(words: Sequence[str], folder: str, environment: Mapping[str, str], said: str) -> None:
    """In `folder`, with this environment and no other; what it says goes to `out` and `err` in the folder `said`."""
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    for number, name in ((1, "out"), (2, "err")):
        os.dup2(os.open(os.path.join(said, name), os.O_WRONLY | os.O_CREAT, 0o600), number)
    logging.getLogger().handlers.clear()
    warnings.resetwarnings()
    warnings.simplefilter("error", DeprecationWarning)
    sys.argv = ["bot", *words]
    # What is run is `__main__`, as in a process of its own.
    sys.modules.pop("bot.__main__", None)
    runpy.run_module("bot", run_name="__main__", alter_sys=True)
