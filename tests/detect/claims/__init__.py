"""Invented sentences with the claims they hold, and numbers that are none."""
