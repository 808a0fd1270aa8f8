"""Detection quality: the open annotated reports and what the reader makes of them."""
