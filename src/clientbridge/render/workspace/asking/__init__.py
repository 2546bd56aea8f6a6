"""How `cb ask` looks: the page for them, the answers for you."""
