"""Files of the site that are no pages: data to take away, a feed, a calendar."""

from collections.abc import Iterator

from generator.model.corpus import Corpus, Page
from generator.render.exports import export_files
from generator.render.feeds import feed_files
from generator.settings import Settings
from generator.views.catalogue import Catalogue


def data_files(corpus: Corpus, settings: Settings) -> Iterator[Page]:
    """Each as a `Page` whose path is its own and whose body is the file."""
    catalogue = Catalogue(corpus, settings)
    yield from export_files(catalogue)
    yield from feed_files(catalogue)
