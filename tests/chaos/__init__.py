"""The kill harness, `make chaos`: the bot as a real process, killed and restarted, the local Telegram as witness."""
