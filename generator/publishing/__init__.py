"""Publishing by git push: permissions, checks, landing on main, the builder's queue and releases."""
