"""The public pages: filter, one question to `queries`, render."""
