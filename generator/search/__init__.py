"""Search: names by the finder, sections of plans by full text. Records in, data out."""
