"""Extract: a page (or a file, or an entry alone) becomes the Article a reader reads."""

from monitor.stages.extract.article import article, from_entry, from_text

__all__ = ["article", "from_entry", "from_text"]
