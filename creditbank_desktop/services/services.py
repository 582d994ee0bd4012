"""All services of a session, built once by the composition root."""

from __future__ import annotations

from dataclasses import dataclass

from creditbank_desktop.services.account_service import AccountService
from creditbank_desktop.services.appeal_service import AppealService
from creditbank_desktop.services.archive_service import ArchiveService
from creditbank_desktop.services.audit_service import AuditService
from creditbank_desktop.services.backup_service import BackupService
from creditbank_desktop.services.catalogue_lookup import CatalogueLookup
from creditbank_desktop.services.counter_papers import CounterPaperService
from creditbank_desktop.services.counter_service import CounterService
from creditbank_desktop.services.delivery_service import DeliveryService
from creditbank_desktop.services.device_service import DeviceService
from creditbank_desktop.services.disposal_service import DisposalService
from creditbank_desktop.services.evaluation_service import EvaluationService
from creditbank_desktop.services.evidence_service import EvidenceService
from creditbank_desktop.services.export_service import ExportService
from creditbank_desktop.services.health_service import HealthService
from creditbank_desktop.services.identity_service import IdentityService
from creditbank_desktop.services.intake_service import IntakeService
from creditbank_desktop.services.issuing_service import IssuingService
from creditbank_desktop.services.key_service import KeyService
from creditbank_desktop.services.known_values import KnownValues
from creditbank_desktop.services.learner_import_service import LearnerImportService
from creditbank_desktop.services.learner_service import LearnerService
from creditbank_desktop.services.ledger_service import LedgerService
from creditbank_desktop.services.office_records import OfficeRecordsService
from creditbank_desktop.services.office_service import OfficeService
from creditbank_desktop.services.page_service import PageService
from creditbank_desktop.services.panel_service import PanelService
from creditbank_desktop.services.privacy_service import PrivacyService
from creditbank_desktop.services.proposal_service import ProposalService
from creditbank_desktop.services.publicity_service import PublicityService
from creditbank_desktop.services.reference_service import ReferenceService
from creditbank_desktop.services.renewal_service import RenewalService
from creditbank_desktop.services.retention_service import RetentionService
from creditbank_desktop.services.review_service import ReviewService
from creditbank_desktop.services.scan_service import ScanService
from creditbank_desktop.services.search_service import SearchService
from creditbank_desktop.services.settings_service import SettingsService
from creditbank_desktop.services.sheet_service import SheetService
from creditbank_desktop.services.sign_off_service import SignOffService
from creditbank_desktop.services.staff_service import StaffService
from creditbank_desktop.services.tables_service import TablesService
from creditbank_desktop.services.text_service import TextService
from creditbank_desktop.services.workroom import Workroom


@dataclass(frozen=True, slots=True)
class Services:
    """One service for each area; screens get the ones they need."""

    identity: IdentityService
    keys: KeyService
    renewal: RenewalService
    staff: StaffService
    learners: LearnerService
    accounts: AccountService
    learner_imports: LearnerImportService
    intake: IntakeService
    known: KnownValues
    counter: CounterService
    evidence: EvidenceService
    scans: ScanService
    pages: PageService
    texts: TextService
    review: ReviewService
    evaluation: EvaluationService
    panel: PanelService
    sign_off: SignOffService
    publicity: PublicityService
    delivery: DeliveryService
    appeals: AppealService
    archive: ArchiveService
    audit: AuditService
    ledger: LedgerService
    issuing: IssuingService
    counter_papers: CounterPaperService
    search: SearchService
    settings: SettingsService
    privacy: PrivacyService
    disposals: DisposalService
    retention: RetentionService
    backups: BackupService
    exports: ExportService
    health: HealthService
    tables: TablesService
    office_records: OfficeRecordsService
    devices: DeviceService
    reference: ReferenceService
    proposals: ProposalService
    sheets: SheetService
    office: OfficeService
    catalogues: CatalogueLookup


def build_services(room: Workroom) -> Services:
    """Return the services that work in ``room``."""
    return Services(
        identity=IdentityService(room),
        keys=KeyService(room),
        renewal=RenewalService(room),
        staff=StaffService(room),
        learners=LearnerService(room),
        accounts=AccountService(room),
        learner_imports=LearnerImportService(room),
        intake=IntakeService(room),
        known=KnownValues(room),
        counter=CounterService(room),
        evidence=EvidenceService(room),
        scans=ScanService(room),
        pages=PageService(room),
        texts=TextService(room),
        review=ReviewService(room),
        evaluation=EvaluationService(room),
        panel=PanelService(room),
        sign_off=SignOffService(room),
        publicity=PublicityService(room),
        delivery=DeliveryService(room),
        appeals=AppealService(room),
        archive=ArchiveService(room),
        audit=AuditService(room),
        ledger=LedgerService(room),
        issuing=IssuingService(room),
        counter_papers=CounterPaperService(room),
        search=SearchService(room),
        settings=SettingsService(room),
        privacy=PrivacyService(room),
        disposals=DisposalService(room),
        retention=RetentionService(room),
        backups=BackupService(room),
        exports=ExportService(room),
        health=HealthService(room),
        tables=TablesService(room),
        office_records=OfficeRecordsService(room),
        devices=DeviceService(room),
        reference=ReferenceService(room),
        proposals=ProposalService(room),
        sheets=SheetService(room),
        office=OfficeService(room),
        catalogues=CatalogueLookup(room),
    )
