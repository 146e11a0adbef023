"""What a recognised table says: its rows in, records of the plan out, one module a kind of table."""
