"""Consent to the processing of personal data, asked of guardians before anything of a child is shown (3.1.5, 3.3.5)."""

CONSENT_VERSION = 1
"""Raised when the text changes in substance; everyone is then asked again."""
