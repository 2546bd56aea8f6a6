"""Words for the Tab key, kept so that they can be read without loading anything."""
