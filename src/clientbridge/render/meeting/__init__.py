"""The pages, pictures and files of meeting times."""
