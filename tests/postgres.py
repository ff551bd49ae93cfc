"""A PostgreSQL server for the tests: a cluster of its own in a temporary folder, on a socket, thrown away after."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from glob import glob
from pathlib import Path

REQUIRED = "postgres" in os.environ.get("ZVONOK_REQUIRE", "")


class NoPostgres(Exception):
    """Why there is no server."""


def program(name: str) -> str:
    """The newest installed `initdb`, `pg_ctl`…; raises `NoPostgres`."""
    found = sorted(glob(f"/usr/lib/postgresql/*/bin/{name}"))
    path = found[-1] if found else shutil.which(name)
    if path is None:
        raise NoPostgres(f"{name} is not installed (make test installs PostgreSQL where it may)")
    return path


@contextmanager
def cluster() -> Iterator[str]:
    """The URL of a running server's database `postgres`, of a superuser without a password, on the loopback only.

    `TEST_POSTGRES_URL` names a server that runs already. PostgreSQL refuses to run as root, so then it runs as nobody.
    """
    given = os.environ.get("TEST_POSTGRES_URL")
    if given:
        yield given
        return
    initdb, pg_ctl = program("initdb"), program("pg_ctl")
    folder = Path(tempfile.mkdtemp(prefix="zvonok-pg-"))
    port = _free_port()
    try:
        _owned(folder)
        _run(initdb, "-D", f"{folder}/data", "-U", "zvonok", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
        options = f"-h 127.0.0.1 -p {port} -k {folder} -c fsync=off -c full_page_writes=off -c max_connections=60"
        _run(pg_ctl, "-D", f"{folder}/data", "-l", f"{folder}/log", "-w", "-o", options, "start")
        try:
            yield f"postgresql://zvonok@127.0.0.1:{port}/postgres"
        finally:
            _run(pg_ctl, "-D", f"{folder}/data", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(*command: str) -> None:
    line = list(command)
    if os.geteuid() == 0:
        line = ["setpriv", f"--reuid={_nobody().pw_uid}", f"--regid={_nobody().pw_gid}", "--clear-groups", *line]
    done = subprocess.run(line, capture_output=True, text=True, cwd="/", timeout=60)
    if done.returncode:
        raise NoPostgres(f"{Path(command[0]).name} failed: {done.stderr.strip()[:300]}")


def _owned(folder: Path) -> None:
    if os.geteuid() == 0:
        os.chown(folder, _nobody().pw_uid, _nobody().pw_gid)


def _nobody() -> pwd.struct_passwd:
    return pwd.getpwnam("nobody")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
