"""WHAT A QUESTION NEEDS: core values gathered from files, calendars and tables; one loader a question."""
