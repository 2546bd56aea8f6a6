"""What should I know before this call? Time, day, people, gaps, words: one `Briefing`."""
