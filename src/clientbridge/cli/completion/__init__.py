"""The Tab key: what a shell asks when it is pressed, and how a shell learns to ask."""
