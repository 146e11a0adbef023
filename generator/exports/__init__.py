"""Plan data in formats for other programs: each module takes records and returns bytes."""
