"""The wiring of roles: who is let in, what leaves the school, and what is kept of people."""

from dataclasses import dataclass
from datetime import timedelta

from bot.rooms import Rooms
from bot.snapshots import snapshot
from domain.roles.access_control import Access, Codes
from domain.roles.audit import Audit
from domain.roles.class_kit import ClassKit
from domain.roles.closing import ClosingByItself
from domain.roles.consents import Consents
from domain.roles.erasures import Erasures
from domain.roles.exports import ExportGate
from domain.roles.getting_in import GettingIn
from domain.roles.incidents import Incidents
from domain.roles.letting_in import LettingIn
from domain.roles.own_data import OwnData
from domain.roles.pins import StaffPins
from domain.roles.restricting import Restricting
from domain.roles.retention import Retention
from domain.roles.shutting import Shutting
from handlers.roles.pin_pad import Pads
from storage.roles.access_reads import AccessReads
from storage.roles.audit import AuditReads
from storage.roles.consent_reads import ConsentReads
from storage.roles.erasures import ErasureReads
from storage.roles.incidents import IncidentReads
from storage.roles.own_data import OwnDataReading
from storage.roles.pin_reads import PinReads
from storage.roles.staff_reads import StaffReads


@dataclass(frozen=True)
class RolesServices:
    """Who is who, what each may do, and what is kept of them."""

    codes: Codes
    getting_in: GettingIn
    letting_in: LettingIn
    consents: Consents
    restricting: Restricting
    shutting: Shutting
    staff_pins: StaffPins
    pads: Pads
    access: Access
    class_kit: ClassKit
    export_gate: ExportGate
    audit: Audit
    incidents: Incidents
    own_data: OwnData
    erasures: Erasures


class RolesWiring(Rooms):
    def roles_services(self) -> RolesServices:
        begin, time, clock, reader = self.database.begin, self.time_of_act, self.database.clock, self.database.reader
        access_reads = AccessReads(self.database, self.time)
        return RolesServices(
            codes=self.codes(),
            getting_in=GettingIn(clock, begin, self.hasher, access_reads, self.settings.confirm_guardians),
            letting_in=LettingIn(time, begin, self.binding_cards, access_reads),
            consents=Consents(time, begin, ConsentReads(self.database, self.time)),
            restricting=Restricting(begin),
            shutting=Shutting(begin, StaffReads(self.database, self.time), access_reads),
            staff_pins=StaffPins(clock, begin, PinReads(self.database)),
            pads=Pads(),
            access=Access(begin, access_reads),
            class_kit=self.class_kit(),
            export_gate=self.export_gate(),
            audit=Audit(time, AuditReads(reader)),
            incidents=Incidents(time, IncidentReads(reader), begin, self._snapshot),
            own_data=OwnData(time, OwnDataReading(reader), begin),
            erasures=Erasures(ErasureReads(reader), begin, self.settings.retention),
        )

    def codes(self) -> Codes:
        return Codes(self.database.clock, self.database.begin, self.hasher, timedelta(days=self.settings.code_days))

    def class_kit(self) -> ClassKit:
        return ClassKit(self.codes(), AccessReads(self.database, self.time), self.export_gate())

    def export_gate(self) -> ExportGate:
        return ExportGate(self.database.begin, self.settings.exports_per_day)

    def closing_by_itself(self) -> ClosingByItself:
        return ClosingByItself(self.time, self.database.begin, self.settings.staff_idle_days)

    def retention(self) -> Retention:
        return Retention(self.time, self.database.begin, self.settings.retention)

    async def _snapshot(self, name: str) -> str | None:
        return await snapshot(self.database.url, name)
