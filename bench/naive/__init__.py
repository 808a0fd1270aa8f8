"""A site as one writes it in a day with Django as documented: what ours is measured by."""
