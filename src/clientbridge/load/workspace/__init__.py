"""Questions about the clients of the workspace and their people, and changes of them."""
