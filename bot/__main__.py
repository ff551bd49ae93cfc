"""`python -m bot …`: the commands. Heavy imports wait inside the commands that need them."""

import asyncio
import json
import sys
from collections.abc import Coroutine
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer

from bot.logs import redacted

app = typer.Typer(
    name="bot",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Zvonok, a school's electronic journal and diary as a Telegram bot.",
)
T = TypeVar("T")
Json = Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")]


@app.command()
def run() -> None:
    """Run the bot with the settings of the environment and .env."""
    from bot.commands.running import run_bot

    _do(run_bot())


@app.command()
def demo(
    port: Annotated[int, typer.Option(help="Port of the page, on 127.0.0.1.")] = 8080,
    ready_file: Annotated[Path | None, typer.Option(hidden=True)] = None,
) -> None:
    """Run the bot with a local Telegram and a demo school, all in this process; nothing is kept."""
    from bot.commands.demo import run_demo

    _do(run_demo(port, ready_file))


@app.command()
def migrate(as_json: Json = False) -> None:
    """Bring the database to this program's schema."""
    from bot.commands.database import migrate_database

    before, after = _do(migrate_database())
    _print(
        as_json, {"before": before, "after": after}, f"The database's schema is {after} (it was {before or 'empty'})."
    )


@app.command()
def init(
    name: Annotated[str, typer.Option(prompt="Name of the school", help="Name of the school.")],
    admin: Annotated[
        str, typer.Option(prompt="Administrator (surname given patronymic)", help="The first administrator.")
    ],
    time_zone: Annotated[str, typer.Option(help="IANA name of the school's time zone.")] = "Europe/Moscow",
    language: Annotated[str, typer.Option(help="The school's language: ru or en.")] = "ru",
    as_json: Json = False,
) -> None:
    """Make the database, the school and the first administrator's one-time code."""
    from bot.commands.database import init_school

    issued = _do(init_school(name, admin, time_zone, language))
    _print(
        as_json,
        issued,
        f"{name} is founded. The administrator's code: {issued['code']}\n{issued['link'] or ''}".strip(),
    )


@app.command(name="import")
def import_files(
    files: Annotated[list[Path] | None, typer.Argument(help="XLSX, ODS, CSV lists; .fet or its CSV timetable.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would change, and change nothing.")] = False,
    template: Annotated[Path | None, typer.Option(help="Write an example workbook to this file.")] = None,
    valid_from: Annotated[
        datetime | None, typer.Option("--from", formats=["%Y-%m-%d"], help="First day of a timetable.")
    ] = None,
    plan: Annotated[
        str | None, typer.Option(help="FILE is a curriculum plan; of which class and subject: “7А алгебра”.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Bring in people, classes, load and timetables, or a plan; all or nothing, the same file again changes nothing."""
    from bot.commands.importing import import_into_school
    from bot.commands.importing_plans import import_plan

    if plan is not None:
        said, ok = _do(import_plan(plan, files or [], dry_run=dry_run))
        _print(as_json, said.as_json(), said.as_text())
        raise typer.Exit(0 if ok else 1)
    since: date | None = valid_from.date() if valid_from else None
    said, ok = _do(import_into_school(files or [], dry_run=dry_run, template=template, valid_from=since))
    _print(as_json, said.as_json(), said.as_text())
    if not ok:
        raise typer.Exit(1)


@app.command(name="export")
def export_lists(
    where: Annotated[Path, typer.Argument(metavar="FOLDER|FILE.xlsx", help="A new workbook, or a folder for many.")],
    as_json: Json = False,
) -> None:
    """Write the school's lists as `import` takes them: brought in again they change nothing."""
    from bot.commands.exporting import export_school

    said = _do(export_school(where))
    text = f"{where}: {said['pupils']} pupils, {said['staff']} members of staff. These are personal data."
    more = f"\nLeft out, because an import could not read them back: {said['left_out']}." if said["left_out"] else ""
    _print(as_json, said, text + more)


@app.command(name="seed-demo")
def seed_demo(as_json: Json = False) -> None:
    """Fill an empty database with the demo school."""
    from bot.commands.database import seed_demo_school

    pupils, staff = _do(seed_demo_school())
    said = f"The demo school is in: {pupils} pupils, {staff} members of staff."
    _print(as_json, {"pupils": pupils, "staff": staff}, said)


@app.command()
def codes(
    person: Annotated[list[int] | None, typer.Option(help="Number of a person; may be repeated.")] = None,
    school_class: Annotated[
        list[str] | None, typer.Option("--class", help="A class: its pupils and guardians.")
    ] = None,
    role: Annotated[list[str] | None, typer.Option(help="Everyone who holds a role: admin, teacher, guardian…")] = None,
    pdf: Annotated[
        Path | None, typer.Option(help="Of a --class: slips to cut, for all who have not come in, in this file.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Issue one-time codes; a person's older unused code stops working."""
    from bot.commands.codes import issue_codes
    from bot.commands.kits import print_kits
    from bot.commands.problems import Mistaken

    if pdf is not None:
        if person or role or not school_class:
            raise Mistaken("--pdf goes with --class alone: --class 7А --pdf slips.pdf")
        kit = _do(print_kits(school_class, pdf))
        _print(as_json, kit, f"{kit['slips']} slips in {kit['file']}: print, cut, hand over in person.")
        return
    issued = _do(issue_codes(person or [], school_class or [], role or []))
    lines = (f"{one['code']}  {one['person']}  ({', '.join(one['roles'])})  until {one['expires']}" for one in issued)
    _print(as_json, issued, "\n".join(lines) or "Nobody matches.")


@app.command()
def docs(
    zip_file: Annotated[Path, typer.Option("--zip", metavar="FILE", help="Pack them into this file.")],
    as_json: Json = False,
) -> None:
    """Pack the documents that are for everyone, with a page and a JSON list, for the school's site."""
    from bot.commands.documents import pack_documents

    packed = _do(pack_documents(zip_file))
    _print(as_json, packed, f"{packed['documents']} documents in {packed['file']}: unpack it where the site is.")


@app.command()
def digest(
    day: Annotated[datetime, typer.Option("--date", formats=["%Y-%m-%d"], help="The school day, YYYY-MM-DD.")],
    as_json: Json = False,
) -> None:
    """Queue the evening digests of a day by hand; a second call adds nothing."""
    from bot.commands.digests import queue_digests

    added = _do(queue_digests(day.date()))
    _print(as_json, {"date": f"{day:%Y-%m-%d}", "queued": added}, f"{added} digests queued.")


@app.command()
def backup(
    file: Path,
    encrypt: Annotated[bool, typer.Option("--encrypt", help="Encrypt it with BACKUP_KEY.")] = False,
    as_json: Json = False,
) -> None:
    """Copy the database to FILE; the bot may be running."""
    from bot.commands.backup import back_up
    from bot.settings import backup_key_of, read_settings

    settings = read_settings()
    size = _do(back_up(settings.database_url, file, backup_key_of(settings) if encrypt else None))
    how = "encrypted, " if encrypt else ""
    _print(as_json, {"file": str(file), "bytes": size}, f"{file}: {size:,} bytes, {how}checked.")


@app.command()
def restore(file: Path) -> None:
    """Put the backup FILE, encrypted or not, in place of the database; the bot must be stopped."""
    from bot.commands.backup import restore as restore_from
    from bot.settings import read_settings

    settings = read_settings()
    _do(restore_from(settings.database_url, file, settings.key_of_backups))
    typer.echo("Restored. `python -m bot check` says how things stand.")


@app.command()
def backups(as_json: Json = False) -> None:
    """List the nightly copies, the newest first: when made, how big, whether proved by restoring."""
    from bot.commands.backups import listed_backups
    from bot.settings import read_settings

    listed = _do(listed_backups(read_settings()))
    lines = (f"{one['made']}  {one['bytes']:>13,} bytes  {one['state']:<10}  {one['file']}" for one in listed)
    _print(as_json, listed, "\n".join(lines) or "There are none yet.")


@app.command()
def retention(
    apply: Annotated[bool, typer.Option("--apply", help="Erase it; without this nothing changes.")] = False,
    as_json: Json = False,
) -> None:
    """Show what is over its term (RETENTION_… in .env), or erase it; make a backup first, the bot must be stopped."""
    from bot.commands.retention import retain

    said = _do(retain(apply=apply))
    _print(as_json, said.as_json(), said.as_text())


@app.command()
def rules(
    change: Annotated[str | None, typer.Option("--set", metavar="NAME=VALUE", help="Set one rule.")] = None,
    as_json: Json = False,
) -> None:
    """Show the school's rules of the journal: rounding, weights, norms; every change is a version of its own."""
    from bot.commands.rules import show_or_set

    shown = _do(show_or_set(change))
    _print(as_json, shown, "\n".join(f"{name} = {value}" for name, value in shown.items()))


@app.command(name="year-turn")
def year_turn(
    apply: Annotated[bool, typer.Option("--apply", help="Do it; without this, only say what would be done.")] = False,
    as_json: Json = False,
) -> None:
    """Begin the next school year: 1А → 2А with pupils, class teachers, subgroups, load; the last grade leaves."""
    from bot.commands.turning import turn_year

    numbers, said = _do(turn_year(apply=apply))
    _print(as_json, numbers, said)


@app.command()
def check(as_json: Json = False) -> None:
    """Look at database, token, Telegram and clock: what is wrong, and how to mend it."""
    from bot.commands.check import findings
    from bot.settings import read_settings

    found = _do(findings(read_settings()))
    lines = (f"{'ok  ' if one.ok else 'BAD '} {one.what}: {one.said}" for one in found)
    _print(as_json, [one.json() for one in found], "\n".join(lines))
    if not all(one.ok for one in found):
        raise typer.Exit(1)


def _do(work: Coroutine[Any, Any, T]) -> T:
    return asyncio.run(work)


def _print(as_json: bool, value: object, text: str) -> None:
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2, default=str) if as_json else text)


def main() -> None:
    """Runs a command; what a person can mend is one line on standard error and exit code 2."""
    try:
        app()
    except Exception as problem:
        from bot.commands.problems import one_line

        said = one_line(problem)
        if said is None:
            raise
        sys.stderr.write(redacted(said) + "\n")
        sys.exit(2)


if __name__ == "__main__":
    main()
