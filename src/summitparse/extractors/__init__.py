"""The extractors: one folder each, a plain function over a Doc and a thin spaCy factory."""
