"""Generates a fictional nation of any size, for benchmarks and for trying a large site. All data is made up.

A number of LAOs and a seed in; folders of YAML as offices write them out. Same seed, same bytes; the first hundred LAOs
are the same in a nation of a hundred and of a thousand.
"""
