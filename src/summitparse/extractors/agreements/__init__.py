"""The agreement parser: what was agreed, signed, pledged or ended."""

from summitparse.extractors.agreements.extract import parse_agreements

__all__ = ["parse_agreements"]
