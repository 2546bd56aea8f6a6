"""What a client's reply to an offer says: which slot they take, if any."""
