"""Settings: what config/ says, validated whole; every problem is listed with its file, line, key and remedy."""

from monitor.settings.describing import describe
from monitor.settings.folder import Examination, examine, load
from monitor.settings.keeping import fingerprint, save_watchlist
from monitor.settings.schema import schemas, write_schemas
from monitor.settings.values import ChannelSetting, Settings

__all__ = [
    "ChannelSetting",
    "Examination",
    "Settings",
    "describe",
    "examine",
    "fingerprint",
    "load",
    "save_watchlist",
    "schemas",
    "write_schemas",
]
