"""The commands of your files: init, client, data."""
