"""All areas together: their routers in the order in which they are asked, and the one menu."""

from aiogram import Router

from handlers.attendance import router as attendance
from handlers.journal import buttons as journal_buttons
from handlers.journal import homework_buttons, homework_router, marks_router
from handlers.journal import router as journal
from handlers.messaging import buttons as messaging_buttons
from handlers.messaging import hold_router, opening_router, settings_router
from handlers.messaging import router as messaging
from handlers.roles import buttons as roles_buttons
from handlers.roles import class_access, fallback
from handlers.roles import router as roles
from handlers.school import buttons as school_buttons
from handlers.school import router as school

MENU = (
    *journal_buttons.MENU,
    *school_buttons.MENU,
    *homework_buttons.MENU,
    *messaging_buttons.MENU,
    *roles_buttons.MENU,
)


def known_routers() -> tuple[Router, ...]:
    """For people who have come in. Commands and lines first, forms that take any text after them, the fallback last."""
    return (
        roles.router,
        class_access.router,
        attendance.router,
        homework_router.router,
        marks_router.router,
        school.router,
        settings_router.router,
        opening_router.router,
        hold_router.router,
        messaging.router,
        journal.router,
        fallback.router,
    )
