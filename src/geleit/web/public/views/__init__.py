"""The public views. Everyone may see them, and everyone sees the same: the newest published programmes."""
