"""What can be taken away: citations for the tools that analysts write with."""
