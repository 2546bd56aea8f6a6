"""What pages for clients say, in the language of who opens them."""
