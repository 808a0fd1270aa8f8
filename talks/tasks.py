"""A door for the queue: five lines a task, ids only, safe to run twice."""
