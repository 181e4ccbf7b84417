"""Poll: what a feed's reply lists, what we then remember of the feed, and when to ask it again."""

from monitor.stages.poll.after import after, asked, remembered
from monitor.stages.poll.cadence import first_due, next_due
from monitor.stages.poll.listing import listing

__all__ = ["after", "asked", "first_due", "listing", "next_due", "remembered"]
