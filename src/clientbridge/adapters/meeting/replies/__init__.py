"""Replies to offers: the text of a mail, and the words for days in the languages of clients."""
