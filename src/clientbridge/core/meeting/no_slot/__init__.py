"""Why is there no slot, and what would open one?"""
