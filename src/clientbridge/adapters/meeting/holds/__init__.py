"""The calendar file in which offered times are held, and the offers that hold them."""
