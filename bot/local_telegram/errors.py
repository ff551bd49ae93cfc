"""Refusals in Telegram's own words."""

from typing import Any


class Refused(Exception):
    """What the bot's side answers instead of a result."""

    def __init__(self, code: int, description: str, parameters: dict[str, Any] | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


class PeopleRefused(Exception):
    """What the people's side answers: 400, 404 or 409 with one sentence."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status = status


def bad_request(text: str) -> Refused:
    return Refused(400, f"Bad Request: {text}")


def forbidden(text: str) -> Refused:
    return Refused(403, f"Forbidden: {text}")


def conflict(text: str) -> Refused:
    return Refused(409, f"Conflict: {text}")


def too_many_requests(seconds: int) -> Refused:
    return Refused(429, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds})


def method_not_found() -> Refused:
    return Refused(404, "Not Found: method not found")


def not_found(sentence: str) -> PeopleRefused:
    return PeopleRefused(404, sentence)


def malformed(sentence: str) -> PeopleRefused:
    return PeopleRefused(400, sentence)


def clashing(sentence: str) -> PeopleRefused:
    return PeopleRefused(409, sentence)
