"""The stories' school, for what comes in there."""

from tests.stories.conftest import story, telegram

__all__ = ["story", "telegram"]
