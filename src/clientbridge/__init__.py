"""clientbridge: what time, what day and what custom it is where your clients are."""

__version__ = "0.1.0"
