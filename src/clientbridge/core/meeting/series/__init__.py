"""Meetings that come again: one fixed time, how it drifts, and turns that spread the burden."""
