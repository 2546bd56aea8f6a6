"""The series that are remembered, one file each."""
