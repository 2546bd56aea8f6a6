"""The pages of days off."""
