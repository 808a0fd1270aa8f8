"""Rows that rest on a sentence: the words are typed, their position is found."""

from __future__ import annotations

from typing import Any

from talks.admin.rows import RowForm


class QuotedForm(RowForm):
    """Finds the quote in the report's text, so that a position is never typed."""

    def clean(self) -> dict[str, Any]:
        """Set the position, or say that the words are not in the report."""
        cleaned = super().clean()
        article, quote = cleaned.get("article"), cleaned.get("quote", "")
        if article and {"article", "quote"} & set(self.changed_data):
            self._find(article.text, quote)
        return cleaned

    def _find(self, text: str, quote: str) -> None:
        start = text.find(quote) if quote else -1
        if quote and text and start < 0:
            self.add_error("quote", "These words are not in the report's text.")
        found = start >= 0
        self.instance.quote_start = start if found else None
        self.instance.quote_end = start + len(quote) if found else None
