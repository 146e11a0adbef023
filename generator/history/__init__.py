"""What versions of the content say: commits in, content trees of them out. Nothing is checked out."""
