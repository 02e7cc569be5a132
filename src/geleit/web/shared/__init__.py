"""What every surface shares: the frame of a page, words, components, styles, errors, lists, the content policy."""
