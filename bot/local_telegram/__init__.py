"""A Bot API server for the demo, tests and development: the bot talks HTTP to it as to Telegram.

A house of its own: it imports no other part of the program.
"""

from bot.local_telegram.seams import Clock, Jump, Stage, StagePerson, StagePhone, WallClock
from bot.local_telegram.server import LocalTelegram

__all__ = ["Clock", "Jump", "LocalTelegram", "Stage", "StagePerson", "StagePhone", "WallClock"]
