"""How old the installed holidays library is, from our table of its releases."""

from datetime import date

from clientbridge.adapters.data_files import read_rows
from clientbridge.adapters.library_versions import holidays_version
from clientbridge.core.days.data_age import HolidayData


def holiday_data() -> HolidayData:
    """The installed release, with its date where our table has it."""
    released = {
        row.text("version"): date.fromisoformat(row.text("released"))
        for row in read_rows("holiday_releases.yaml")
    }
    version = holidays_version()
    return HolidayData(version=version, released=released.get(version), newest_known=max(released.values()))
