"""What an editor brings is made harmless before anybody sees it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.school.document_drafts import (
    MOST_BYTES,
    MOST_NAME,
    DocumentEmpty,
    DocumentNotUnderstood,
    DocumentTooBig,
    LinkNotAccepted,
    TitleUnclear,
    archive_name,
    brought_file,
    brought_link,
    checked_link,
    checked_title,
    safe_name,
)


def test_the_title_comes_from_the_caption_or_the_files_name() -> None:
    assert brought_file("Положение_о__журнале.pdf", 10).title == "Положение о журнале"
    assert brought_file("scan.pdf", 10, " Устав\nшколы ").title == "Устав школы"
    assert brought_file(None, None).title == "document"


def test_an_empty_file_and_one_that_telegram_does_not_give_out_are_refused() -> None:
    with pytest.raises(DocumentEmpty):
        brought_file("a.pdf", 0)
    with pytest.raises(DocumentTooBig):
        brought_file("a.pdf", MOST_BYTES + 1)
    assert brought_file("a.pdf", MOST_BYTES).file_name == "a.pdf"


def test_a_link_has_its_words_as_title_or_its_address() -> None:
    assert brought_link("Устав — https://school.example/u.pdf").title == "Устав"
    assert brought_link("https://school.example/u.pdf").title == "school.example/u.pdf"
    with pytest.raises(DocumentNotUnderstood):
        brought_link("Устав")


@pytest.mark.parametrize(
    "link",
    [
        "http://school.example/",
        "javascript://school.example/%0aalert(1)",
        "https://school.example@evil.example/",
        "https://a:b@school.example/",
        "https:///nowhere",
        "https://localhost/",
        "https://school.example:0x1/",
        "https://[school.example/",
        "https://school.example/\u202egnp",
        "https://school.example/" + "a" * 500,
        "tg://resolve?domain=x",
    ],
)
def test_only_an_open_https_address_is_a_link(link: str) -> None:
    with pytest.raises(LinkNotAccepted):
        checked_link(link)


@pytest.mark.parametrize("title", ["", "   ", "\u202e\u200f", "а" * 201])
def test_a_title_that_cannot_be_read_is_refused(title: str) -> None:
    with pytest.raises(TitleUnclear):
        checked_title(title)


def test_a_files_name_is_its_last_part_without_what_turns_it_around() -> None:
    assert safe_name("../../etc/passwd") == "passwd"
    assert safe_name("C:\\docs\\Устав.pdf") == "Устав.pdf"
    assert safe_name("план\u202efdp.exe") == "планfdp.exe"
    assert safe_name("...") == "document"


@given(st.text(max_size=300), st.text(max_size=300))
def test_no_name_in_the_archive_is_a_path(title: str, file_name: str) -> None:
    name = archive_name(7, title, file_name)
    assert name.startswith("0007-")
    assert not set(name) & set("/\\:\0<>\"'|?* \u202e")
    assert ".." not in name
    assert len(safe_name(file_name)) <= MOST_NAME
