"""One module per command; each reads what was typed, calls one service and words the answer."""
