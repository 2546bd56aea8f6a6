"""Working cultures, read from the files that ship."""
