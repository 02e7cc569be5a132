"""What the checker says; the values live in the domain, as documents put words to them."""

from geleit.domain.violations import Rule, Violation, ViolationCode

__all__ = ["Rule", "Violation", "ViolationCode"]
