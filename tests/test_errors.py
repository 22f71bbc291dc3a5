import pytest
import spacy

import summitparse
from summitparse import AnnotationError, Article, ArticleError, Parser, SummitparseError


@pytest.mark.parametrize("text", [None, 5, b"bytes", ["a"]])
def test_a_text_that_is_no_str_is_named(text):
    with pytest.raises(ArticleError, match="str"):
        summitparse.parse(text)


def test_a_lone_surrogate_is_named():
    with pytest.raises(ArticleError, match="surrogate at 4"):
        summitparse.parse("Oslo\ud800")


@pytest.mark.parametrize("published", ["yesterday", "2025-13-01", 20250508, "", "1746662400"])
def test_an_unreadable_published_is_named(published):
    with pytest.raises(ArticleError, match="published"):
        Article(text="Oslo.", published=published)


def test_published_is_read_strictly_as_iso():
    assert Article(text="", published="20250508").reference_date.isoformat() == "2025-05-08"


def test_a_pipeline_without_parser_is_refused_with_advice():
    with pytest.raises(AnnotationError, match=r"summitparse\.load"):
        Parser(spacy.blank("en")).parse("Talks began in Oslo.")


def test_an_unknown_extractor_is_named():
    with pytest.raises(SummitparseError, match="quotations"):
        Parser(spacy.blank("en"), extractors=["quotations"])


def test_every_error_is_a_summitparse_error():
    names = [name for name in summitparse.__all__ if name.endswith("Error")]
    assert all(issubclass(getattr(summitparse, name), SummitparseError) for name in names)
