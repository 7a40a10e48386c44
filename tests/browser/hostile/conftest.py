"""What tests of hostile cells share."""

from tests.browser.pages.conftest import lesson, patience

__all__ = ["lesson", "patience"]
