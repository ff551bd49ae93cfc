"""How a class's families come in, and whether they agreed (3.3.4, 3.3.5, 3.3.9): numbers alone."""

from dataclasses import dataclass

from domain.ids import ClassId
from domain.roles.consent import ConsentState
from domain.roles.people import Role
from domain.roles.ports import AccessRead, ConsentsRead


@dataclass(frozen=True, slots=True)
class Families:
    """`reached`: pupils of whom a guardian comes in. `guardians`: without those whom a court keeps away; `agreed`: to
    the text that is asked for now, by tap or on paper."""

    pupils: int
    pupils_in: int
    reached: int
    guardians: int
    guardians_in: int
    agreed: int


async def families_of(access: AccessRead, consents: ConsentsRead, class_id: ClassId) -> Families:
    """As of today; three statements at most."""
    lines = [one for one in await access.families_of(class_id) if not one.restricted]
    asked, text = await consents.guardians_of(class_id), await consents.consent_text()
    pupils = {one.person for one in lines if one.role is Role.PUPIL}
    guardians = [one for one in lines if one.role is Role.GUARDIAN]
    come_in = [one for one in guardians if one.bound_at is not None and not one.waits]
    agreed = (one.state(text.version) in (ConsentState.GIVEN, ConsentState.PAPER) for one in asked)
    return Families(
        pupils=len(pupils),
        pupils_in=len({one.person for one in lines if one.role is Role.PUPIL and one.bound_at is not None}),
        reached=len({one.pupil for one in come_in}),
        guardians=len({one.person for one in guardians}),
        guardians_in=len({one.person for one in come_in}),
        agreed=sum(agreed),
    )
