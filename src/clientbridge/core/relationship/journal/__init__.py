"""A client's journal: its entries, and the events and promises that they add up to."""
