"""What is English and belongs to no extractor alone: closed classes and the forms of words.

Words lie in `words.tsv`, one row a word and class. What one extractor alone asks for lies in its own lexicon.
Another language would bring a package like this one, labels of its treebank (`syntax/labels.py`) and the
extractors' lexicons.
"""

from summitparse.english.lexicon import names, values, words

__all__ = ["names", "values", "words"]
