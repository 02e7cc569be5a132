"""The one Django application that owns models. Reading is free to all above; only services write."""
