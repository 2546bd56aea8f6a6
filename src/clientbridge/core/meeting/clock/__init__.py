"""The world clock: one moment, and one day of yours, as everyone lives them."""
