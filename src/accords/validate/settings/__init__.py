"""What of the findings counts for whom: rules chosen and left out, and from which severity on a record fails."""

from accords.validate.settings.config import config_near, find_settings, read_config
from accords.validate.settings.selection import ALWAYS, SettingsError, codes_named, is_chosen
from accords.validate.settings.settings import FailOn, Settings

__all__ = [
    "ALWAYS",
    "FailOn",
    "Settings",
    "SettingsError",
    "codes_named",
    "config_near",
    "find_settings",
    "is_chosen",
    "read_config",
]
