"""Which clock a time zone of a calendar is: by the definition in its file, else by its name."""
