"""Several marks and pieces of homework of one child, told in one message with a line for each."""

from collections.abc import Sequence

from domain.messaging.contents import BundleNews, HomeworkNews, MarkNews
from handlers.journal.homework_buttons import HomeworkFiles
from handlers.kit.screen import Button, Screen
from handlers.messaging.mark_screens import work_of
from handlers.texts.translator import Markup, Texts


def bundle_screen(news: BundleNews, texts: Texts) -> Screen:
    """In the order in which they happened; the buttons open the files of the homework."""
    first = news.news[0]
    name = first.card.pupil_name.listed if isinstance(first, MarkNews) else first.pupil.listed
    heading = texts("bundle-heading", name=name, own=first.own)
    lines = [_mark(one, texts) if isinstance(one, MarkNews) else _homework(one, texts) for one in news.news]
    return Screen("\n".join([heading, *lines]), _files(news, texts))


def _mark(news: MarkNews, texts: Texts) -> Markup:
    card = news.card
    about = {"subject": card.subject, "day": texts.date(card.day)}
    if card.taken_back:
        return texts("bundle-mark-cancelled", before=news.before or "none", **about)
    if news.correction and news.before is not None:
        return texts("bundle-mark-corrected", before=news.before, value=card.value, **about)
    line = texts("bundle-mark", value=card.value, work=work_of(texts, card), **about)
    return texts("bundle-comment", line=line, comment=card.comment) if card.comment else line


def _homework(news: HomeworkNews, texts: Texts) -> Markup:
    card = news.card
    about = {"subject": card.subject, "day": texts.on_day(card.due_day)}
    if card.cancelled:
        return texts("bundle-homework-cancelled", **about)
    text = texts("homework-none-set") if card.none_set else card.text
    return texts("bundle-homework-corrected" if news.correction else "bundle-homework", text=text, **about)


def _files(news: BundleNews, texts: Texts) -> Sequence[Sequence[Button]]:
    cards = [one.card for one in news.news if isinstance(one, HomeworkNews) and not one.card.cancelled]
    return [
        [
            Button(
                texts("homework-open-files", subject=card.subject, count=card.files),
                HomeworkFiles(homework=card.homework),
            )
        ]
        for card in cards
        if card.files
    ]
