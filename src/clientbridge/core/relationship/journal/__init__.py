"""The journal of a client: its entries and what follows from them."""
