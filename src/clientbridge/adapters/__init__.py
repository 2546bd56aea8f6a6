"""WHERE FACTS COME FROM: files, libraries and the network become core values, and back."""
