"""One parser for many threads: the same reports as in one thread, byte for byte."""

import os
import signal
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from threadpoolctl import threadpool_info

import summitparse
from summitparse import Parser
from summitparse.model.threads import one_thread
from summitparse.turns import Turn

THREADS = 8


@pytest.fixture(autouse=True)
def _switching_often():
    """Threads take over from each other as often as they can."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


def at_once(does, arguments):
    """What a function gives for each argument, called by as many threads that start together."""
    arguments = list(arguments)
    start = threading.Barrier(len(arguments))

    def one(argument):
        start.wait()
        return does(argument)

    with ThreadPoolExecutor(len(arguments)) as pool:
        return list(pool.map(one, arguments))


def name(number):
    """A made-up surname, another for each number."""
    syllables = ["ba", "ro", "ki", "len", "mar", "to", "vi", "sun"]
    return "".join(syllables[number // 8**k % 8] for k in range(3)).title() + "ov"


def story(number):
    """A story whose names and words stand in no other."""
    people = [name(number * 20 + k) for k in range(20)]
    met = [
        f"Minister {a} of Peru met {b} in Oslo on Monday and pledged {k} million euros to {b}."
        for k, (a, b) in enumerate(zip(people[::2], people[1::2], strict=True), 2)
    ]
    stamp = f"Wed May {number + 10} 09:3{number}:42 UTC 2026"
    return f"LIMA, June {number + 2} - {' '.join(met)} {stamp}. " + f'"We agree," {people[0]} said.'


def json_of(parser):
    return lambda number: parser.parse(story(number)).to_json()


def test_threads_cold_parsers_give_what_one_thread_gets():
    fresh = list(map(json_of(Parser()), range(THREADS)))
    for _ in range(3):
        parser = Parser()
        assert at_once(json_of(parser), range(THREADS)) == fresh
        assert list(map(json_of(parser), range(THREADS))) == fresh  # nothing wrong is remembered


def test_threads_a_pipeline_of_ones_own_gives_what_one_thread_gets():
    nlp = summitparse.load(exclude=["summitparse"])
    fresh = list(map(json_of(Parser()), range(THREADS)))

    def read(number):
        return summitparse.parse(story(number), nlp=nlp).to_json()

    assert at_once(read, range(THREADS)) == fresh


def test_threads_a_component_of_a_pipeline_of_ones_own_is_never_called_twice_at_once():
    nlp = summitparse.load(exclude=["summitparse"])
    inside, most = [], []
    network = nlp.get_pipe("summitparse_network")
    called = type(network).__call__

    def counting(doc):
        inside.append(doc)
        most.append(len(inside))
        called(network, doc)
        inside.remove(doc)
        return doc

    nlp._components = [(n, counting if c is network else c) for n, c in nlp._components]
    at_once(lambda number: summitparse.parse(story(number), nlp=nlp), range(THREADS))
    assert most == [1] * THREADS


def test_threads_no_form_gets_the_row_of_another(nlp):
    network = nlp.get_pipe("summitparse_network")
    learnt = network._learnt
    from summitparse.model.network import Network

    forms = [[name(500 + thread * 40 + k) for k in range(40)] for thread in range(THREADS)]

    def rows(network):
        return lambda some: network._embedded(some)

    wanted = list(map(rows(Network(learnt.weights, learnt.words)), forms))
    cold = Network(learnt.weights, learnt.words)
    assert np.array_equal(at_once(rows(cold), forms), wanted)
    assert np.array_equal(list(map(rows(cold), forms)), wanted)


def test_threads_the_memory_of_forms_starts_anew_while_others_read(nlp, monkeypatch):
    from summitparse.model import network

    monkeypatch.setattr(network, "MOST_FORMS", 50)
    learnt = nlp.get_pipe("summitparse_network")._learnt
    made = network.Network(learnt.weights, learnt.words)
    forms = [[name(thread * 40 + k) for k in range(40)] for thread in range(THREADS)]
    wanted = [made._embedded(some) for some in forms]
    assert np.array_equal(at_once(made._embedded, forms), wanted)
    assert len(made._rows) <= 50 * THREADS


def test_threads_all_share_the_default_parser(monkeypatch):
    from summitparse import parser

    monkeypatch.setattr(parser, "_kept", [])
    assert len(set(map(id, at_once(lambda _: parser._default(), range(THREADS))))) == 1


def blas_threads():
    return [lib["num_threads"] for lib in threadpool_info() if lib["user_api"] == "blas"]


def test_threads_matrices_have_one_thread_inside_and_as_many_as_before_outside():
    before = blas_threads()

    def inside(_):
        with one_thread():
            return blas_threads()

    for _ in range(20):
        assert at_once(inside, range(THREADS)) == [[1] * len(before)] * THREADS
        assert blas_threads() == before


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_threads_a_forked_process_waits_for_nobodys_turn():
    turn, held, done = Turn(), threading.Event(), threading.Event()

    def hold():
        with turn:
            held.set()
            done.wait()

    holder = threading.Thread(target=hold)
    holder.start()
    held.wait()
    child = os.fork()
    if not child:
        signal.alarm(60)  # ends a child that waits all the same
        with turn:
            os._exit(7)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7
    done.set()
    holder.join()
