"""What is due today and soon: the items of each client, and the order in which they are told."""
