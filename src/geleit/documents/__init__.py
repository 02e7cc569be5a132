"""From a programme to the documents people read."""
