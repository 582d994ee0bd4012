"""Words for the materials that an application needs."""

from __future__ import annotations

from collections.abc import Mapping

from creditbank_desktop.ui.i18n import Words, mark, tr

MATERIALS: Mapping[str, str] = {
    "form": mark("Application form, signed and dated"),
    "identity_document": mark("Identity document"),
    "certificate": mark("Certificate"),
    "certificate_original": mark("Certificate, original"),
    "certificate_copy": mark("Certificate, stamped copy"),
    "transcript": mark("Transcript"),
    "transcript_original": mark("Transcript, original"),
    "syllabus": mark("Syllabus"),
    "score_report": mark("Score report"),
    "completion_certificate": mark("Certificate of completion"),
    "learning_record": mark("Record of learning"),
    "award": mark("Award certificate"),
    "award_original": mark("Award certificate, original"),
    "contest_notice": mark("Notice of the contest"),
    "team_list": mark("List of the team"),
    "employment_contract": mark("Employment contract"),
    "employment_proof": mark("Proof of employment"),
    "employer_letter": mark("Letter of the employer"),
    "social_security_record": mark("Social security record"),
    "training_certificate": mark("Training certificate"),
    "discharge_certificate": mark("Discharge certificate"),
    "patent_certificate": mark("Patent certificate"),
    "software_certificate": mark("Software right certificate"),
    "publication": mark("The publication itself"),
    "publication_copy": mark("Copy of the publication"),
    "index_report": mark("Search report of the index"),
    "service_record": mark("Record of the service"),
    "activity_proof": mark("Proof of the activity"),
    "verification_report": mark("Report of the official look-up"),
    "authorisation": mark("Authorisation of the proxy"),
    "photo": mark("Photo"),
    "other": mark("Another material"),
}


def word_material(key: str) -> Words | str:
    """Name of a material."""
    return tr(MATERIALS[key]) if key in MATERIALS else key
