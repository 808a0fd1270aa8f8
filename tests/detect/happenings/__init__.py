"""Sentences in three languages and the events they tell of, all invented."""
