"""A result, as the family is told of it, and its correction; «Как посчитано?» is one tap away."""

from domain.messaging.contents import ResultNews
from handlers.journal.results_buttons import ExplainToFamily
from handlers.journal.results_screens import period_name
from handlers.kit.screen import Button, Screen
from handlers.texts.translator import Texts


def result_screen(news: ResultNews, texts: Texts) -> Screen:
    """A correction names what was said before, where that is known."""
    card = news.card
    about = {
        "name": card.pupil_name.listed,
        "own": news.own,
        "subject": card.subject_name,
        "period": period_name(texts, card.period),
    }
    why = Button(texts("results-explain"), ExplainToFamily(pupil=card.pupil, subject=card.subject, period=card.period))
    if card.taken_back:
        return Screen(texts("result-cancelled", before=news.before or "none", **about), [[why]])
    if news.correction and news.before is not None:
        return Screen(texts("result-corrected", before=news.before, value=card.value, **about), [[why]])
    return Screen(texts("result-told", value=card.value, **about), [[why]])
