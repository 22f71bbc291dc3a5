"""Plain-text helpers: paragraphs, quotation marks, lists, and character to token alignment."""
