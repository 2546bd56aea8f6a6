"""The tables of moved holidays and of decrees that come late."""
