"""What an operator types: manage.py and a word."""
