"""The delegates' own pages, opened by a personal link: my programme, my wishes, my calendar."""
