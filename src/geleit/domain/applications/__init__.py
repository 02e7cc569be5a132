"""Applications to travel: what they carry, what is wrong with them, how they are scored, and the mix that is wanted."""
