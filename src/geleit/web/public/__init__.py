"""The public site: which trips there are, and for each the page a company decides by."""
