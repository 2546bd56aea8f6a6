"""Series that are remembered: kept, given up, and followed by the agenda."""
