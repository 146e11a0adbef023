"""What can be found, and how: the finder, which knows names and titles of the whole nation. Summaries in, data out."""
