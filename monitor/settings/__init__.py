"""Settings: what config/ says, validated whole; every problem is listed with its file, line, key and remedy."""

from monitor.settings.folder import Examination, examine, load
from monitor.settings.values import ChannelSetting, Settings

__all__ = ["ChannelSetting", "Examination", "Settings", "examine", "load"]
