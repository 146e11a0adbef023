"""The data of plans in forms for other programs: each module takes records and returns bytes."""
