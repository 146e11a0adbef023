"""A fictional nation of any size, for benchmarks and for looking at a large site. Everything in it is made up.

In come a number of LAOs and a seed; out come folders of YAML as offices write them. Same seed, same bytes; the first
hundred LAOs are the same in a nation of a hundred and in one of a thousand.
"""
