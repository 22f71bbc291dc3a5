"""Parsers for worker processes that do what an article's text says; spawned processes import them."""

import os
import signal
import sys

from summitparse import AnnotationError, Article, Report
from summitparse.models import ModelInfo
from summitparse.workers import pooled


class Obedient:
    """`die` ends the process, `odd` raises, `hang PATH` writes its id there and reads on for ever."""

    def __init__(self, nlp=None, *, extractors=()):
        if "no start" in extractors:
            sys.exit(3)

    def parse(self, article):
        word, _, path = article.text.partition(" ")
        if word == "die":
            os.kill(os.getpid(), signal.SIGKILL)
        if word == "odd":
            raise AnnotationError("no parse")
        if word == "hang":
            # Never closed: whoever reads there meets the end when the last of these processes has ended.
            self.kept = open(path, "w", buffering=1)  # noqa: SIM115
            self.kept.write(f"{os.getpid()}\n")
            while True:
                signal.pause()
        return Report(library_version="0", model=ModelInfo(name="m", version="0"), article=article)


def read(texts, *, workers=2, batch_size=2, extractors=()):
    articles = [Article(text=text, id=f"id-{text}") for text in texts]
    return pooled(articles, Obedient, None, extractors, batch_size, workers)
