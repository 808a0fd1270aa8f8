"""Pictures from rows: where each bar and mark stands, in shares of the width.

Widths are in per cent and heights in pixels, so that a picture fits any screen while
its words keep their size. For Arabic it is drawn from the right.
"""
