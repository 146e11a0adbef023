"""Versions of the content: commits in, their content trees out. Nothing is checked out."""
