"""Reads: one module a page, plain rows out, in a counted number of queries."""
