"""The pages, pictures and calendar files of meetings."""
