"""The tracker of the Libya ceasefire talks: reports come in, pages go out."""
