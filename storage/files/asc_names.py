"""How the things of an aSc export are called."""

import re

from storage.files.xml_elements import Element


def name_of(element: Element) -> str:
    return _said(element, "name") or _said(element, "short")


def teacher_of(teacher: Element) -> str:
    """«Петрова Ольга Викторовна»: the surname first where the file tells it apart."""
    surname, given = _said(teacher, "lastname"), _said(teacher, "firstname")
    return f"{surname} {given}" if surname and given else name_of(teacher) or surname


def set_name(school_class: Element, group: Element) -> str:
    """«7А 1 группа» for the group «1. группа» of 7А."""
    return f"{name_of(school_class)} {re.sub(r'(?<=[0-9])[.]', '', name_of(group))}"


def _said(element: Element, attribute: str) -> str:
    return " ".join(element.attributes.get(attribute, "").split())
