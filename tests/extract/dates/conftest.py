"""The finder on a bare text."""

import pytest

from generator.extract.context import Context, Known
from generator.extract.dates import find_dates
from generator.model.dates import parse_edtf
from generator.model.records import Outlet
from generator.model.text import Article


@pytest.fixture
def read():
    """A function from a text, a publication date (EDTF, "" for none) and the outlet's country to its mentions."""

    def find(text, published="2025-02-18", country=""):
        article = Article("a", text, ((0, len(text)),), outlet="o", published=parse_edtf(published))
        known = Known(outlets={"o": Outlet("o", "O", country=country)} if country else {})
        return find_dates(Context(article, (), known))

    return find
