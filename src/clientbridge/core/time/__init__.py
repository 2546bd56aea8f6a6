"""Time: intervals, durations, offsets, zones, and dates as people type them."""
