"""Offers: a few good slots, held until the client has chosen one."""
