"""The local Telegram alone in its own process: prints one line of JSON with its address when it is ready."""

import argparse
import asyncio
import json
import signal
import sys

from bot.local_telegram.server import LEDGER_SIZE, LocalTelegram


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bot.local_telegram", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=0, help="0 takes a free one (default)")
    parser.add_argument("--token", default="42:LOCAL", help="the bot's token, <number>:<letters>")
    parser.add_argument("--username", default="zvonok_school_bot")
    parser.add_argument("--no-limits", action="store_true", help="no limits on how fast the bot sends")
    parser.add_argument("--ledger", type=int, default=LEDGER_SIZE, help="calls kept in the ledger, 0 keeps all")
    parser.add_argument("--users", type=int, default=0, help="people who have written to the bot, ids from 1")
    return asyncio.run(serve(parser.parse_args()))


async def serve(options: argparse.Namespace) -> int:
    telegram = LocalTelegram(token=options.token, username=options.username, ledger_size=options.ledger or None)
    telegram.exchange.limits.enforced = not options.no_limits
    for number in range(1, options.users + 1):
        telegram.add_user(f"Person {number}", user_id=number, started=True)
    try:
        await telegram.start(options.host, options.port)
    except OSError as error:
        sys.stderr.write(f"Cannot listen on {options.host}:{options.port}: {error.strerror or error}\n")
        return 1
    stopped = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    sys.stdout.write(json.dumps({"url": telegram.url}) + "\n")
    sys.stdout.flush()
    await stopped.wait()
    await telegram.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
