"""The content tree, read: files in; records of the model, and a finding for everything that could not be read, out."""
