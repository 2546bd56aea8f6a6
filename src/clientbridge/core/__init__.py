"""WHAT IS TRUE: frozen values and pure functions; time in UTC, spans half-open, `now` an argument."""
