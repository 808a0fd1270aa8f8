"""What things look like outside: dates and numbers in words."""
