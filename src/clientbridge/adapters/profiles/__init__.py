"""What `me.yaml` and `clients/*.yaml` may say, and how it becomes you, a client and a person."""
