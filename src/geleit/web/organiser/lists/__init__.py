"""Items, hosts and delegates as lists: filtered, sorted, edited in place, pasted, given out."""
