"""What was said and promised, who has not heard from you, and what that asks of you today."""
