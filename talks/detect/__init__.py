"""Reads reports: names, dates, figures and events, each tied to its characters."""
