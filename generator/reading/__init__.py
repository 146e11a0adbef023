"""Reads the content tree: files in; records of the model, and findings on everything unreadable, out."""
