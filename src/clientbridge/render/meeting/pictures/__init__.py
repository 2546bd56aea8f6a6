"""Pictures of time: one day in half hours, and a range of days in what each start costs."""
