"""All areas together: their routers in the order in which they are asked, and the one menu."""

from aiogram import Router

from handlers.attendance import absences_buttons, absences_router, note_buttons, note_router
from handlers.attendance import router as attendance
from handlers.journal import buttons as journal_buttons
from handlers.journal import (
    closing_router,
    day_buttons,
    day_router,
    finishing_router,
    forecast_router,
    grading_buttons,
    grading_router,
    homework_buttons,
    homework_router,
    lesson_line_router,
    marks_router,
    owed_router,
    plan_router,
    pupil_results_router,
    remarks_buttons,
    remarks_router,
    request_router,
    results_buttons,
    results_router,
)
from handlers.journal import router as journal
from handlers.messaging import buttons as messaging_buttons
from handlers.messaging import hold_router, opening_router, settings_router
from handlers.messaging import router as messaging
from handlers.roles import buttons as roles_buttons
from handlers.roles import class_access, fallback, kit_router
from handlers.roles import router as roles
from handlers.school import (
    absent_router,
    changes_buttons,
    changes_line_router,
    changes_router,
    exemption_router,
    report_router,
    where_buttons,
    where_router,
    where_taking,
)
from handlers.school import buttons as school_buttons
from handlers.school import router as school

MENU = (
    *journal_buttons.MENU,
    *school_buttons.MENU,
    *where_buttons.MENU,
    *changes_buttons.MENU,
    *absences_buttons.MENU,
    *note_buttons.MENU,
    *homework_buttons.MENU,
    *grading_buttons.MENU,
    *results_buttons.MENU,
    *remarks_buttons.MENU,
    *day_buttons.MENU,
    *messaging_buttons.MENU,
    *roles_buttons.MENU,
)


def known_routers() -> tuple[Router, ...]:
    """For people who have come in. Commands and lines first, forms that take any text after them, the fallback last."""
    return (
        roles.router,
        class_access.router,
        kit_router.router,
        attendance.router,
        absences_router.router,
        note_router.router,
        plan_router.router,
        owed_router.router,
        homework_router.router,
        lesson_line_router.in_forms,
        marks_router.router,
        results_router.router,
        closing_router.router,
        pupil_results_router.router,
        forecast_router.router,
        day_router.router,
        exemption_router.router,
        changes_router.router,
        changes_line_router.router,
        absent_router.router,
        report_router.router,
        where_router.router,
        where_taking.router,
        school.router,
        settings_router.router,
        opening_router.router,
        hold_router.router,
        messaging.router,
        request_router.router,
        remarks_router.router,
        grading_router.router,
        finishing_router.router,
        journal.router,
        lesson_line_router.router,
        fallback.router,
    )
