"""What a YAML file of the user says, what is wrong with it, and how to change a few words of it."""
