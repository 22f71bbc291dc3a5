"""Every word list is asked for, and every entry of it can be met in the way that its room compares it.

`LISTS` says for each list how it is compared. An entry that can't be met ("called off" where single
tokens are compared), or that another list always claims first, does nothing and misleads who reads it.
"""

import ast
import itertools
import tomllib
from collections import Counter
from pathlib import Path

import pytest

import summitparse
from summitparse.english import lemmas
from summitparse.english.inflection import plural, singular, told_forms_of, verb_forms
from summitparse.english.titles import either_case, titles
from summitparse.english.verbs import verbs
from summitparse.extractors.actors.words import TITLES
from summitparse.extractors.agreements.lexicon import verbs as agreement_cues
from summitparse.extractors.locations import scan
from summitparse.extractors.locations.scan import read_words, shown
from summitparse.extractors.meetings.lexicon import entries
from summitparse.extractors.quotes import lexicon as quotes
from summitparse.gazetteer import fold
from summitparse.lexicon import read_lists, read_table
from summitparse.page.furniture import page_lines
from summitparse.page.parts import line_parts
from summitparse.syntax import says as sayings
from summitparse.text import enumeration
from summitparse.text.condition import WORD

SOURCE = Path(summitparse.__file__).parent
ACTORS = "extractors/actors/lexicon.toml"
AGREEMENTS = "extractors/agreements/words.toml"
LOCATIONS = "extractors/locations/words.toml"
MEETINGS = "extractors/meetings/words.toml"
QUOTES = "extractors/quotes/lexicon.toml"
PAGE = "page/furniture.toml"
LANGUAGES = "text/languages.toml"

# list -> way of matching; the functions of `WAYS` say what each way asks of an entry
LISTS = {
    ACTORS: {
        "token": "title_modifier title_links group_persons group_countries not_name thing deity "
        "particle definite pointing lower_rank time",
        "noun": "organization government",
    },
    AGREEMENTS: {
        "token": "vows acts witnesses fields expected together firms private stand_ins describing "
        "circumstance no_step each_party awaited nearly goes_on title_links before_topic limits "
        "joins_clauses ends_names officials",
        "phrase": "instruments documents bodies",
        "singular": "made_jointly",
        "blank": "organs blocs",
        "cue": "joint signing of_documents",
        "pattern": "announcing field_nouns has_topic",
    },
    LOCATIONS: {
        "key": "common names",
        "small": "cues place_nouns given neighbours pairing city_nouns small_instruments before_places",
        "shown": "firm_cues language_cues after_language links seats division_nouns particles "
        "genitives diseases ministers nation_words state_words listing",
        "capital": "instruments org_of firm_ends firm_fronts org_heads facilities roads waters regions "
        "bodies front_heads chambers languages openers unions",
        "shortened": "shortened",
    },
    MEETINGS: {
        "token": "light happens planned anaphors several joint coming attending visits turns said "
        "plans_to before_held before_parties at_event before_form new_day limits",
        "form of a meeting": "own_events",
    },
    QUOTES: {
        "verb": "about bare left denial",
        "lemma": "addressed no_object document relaying reject accuse threaten support commit noun act",
        "token": "participle outlet same_voice circumstance opens_clause leads_to_content "
        "before_participle source_links before_source after_source of_office resumes",
        "opening": "nothing",
        "lemma and preposition": "with_preposition request",
    },
    PAGE: {
        "line": "lines",
        "label": "labels publication",
        "teaser": "teasers",
        "phrase in a line": "phrases",
        "request": "requests",
        "credit": "credits",
        "word": "credit_words verbs small_verbs",
        "picture": "pictures",
    },
    "leads.toml": {"blank": "generic private"},
    "derivations/words.toml": {
        "unit": "doers",
        "word": "left_out",
        "pattern": "begun stays recurs",
    },
    "syntax/standing.toml": {"token": "undone except merely completing shared inverted"},
    "text/enumeration.toml": {
        "cut": "repeated determiners openers loose reports before_nouns",
        "pair": "pairs",
        "pattern": "etc several amounts",
    },
    LANGUAGES: {
        "small word": "english german french spanish portuguese italian dutch nordic polish turkish "
        "indonesian romanian swahili particles",
    },
}

# lists of which an entry in both does nothing in one of them: the others claim it first
APART = [
    (ACTORS, "group_persons group_countries"),
    (AGREEMENTS, "instruments documents bodies"),
    (LOCATIONS, "facilities roads waters regions bodies"),
    (LOCATIONS, "org_heads bodies"),
    (LOCATIONS, "given names"),
    (QUOTES, "request accuse reject threaten support commit"),
    (MEETINGS, "planned plans_to"),
    (PAGE, "verbs small_verbs"),
    (PAGE, "labels teasers"),
    *((LANGUAGES, f"english {name}") for name in LISTS[LANGUAGES]["small word"].split()[1:]),
]

# lists that are asked only about what stands in another one
WITHIN = [
    (ACTORS, "government", "organization"),
    (LOCATIONS, "seats", "links"),
    (QUOTES, "of_office", "after_source"),
    (PAGE, "publication", "labels"),
]

SENTENCES = (
    "They {} it.",
    "She {}s that it rained.",
    "He will {} on Friday.",
    "The {} was here.",
    "The {}s were here.",
    "The {} said it rained.",
    "Two {} said so.",
)


def _lists(path):
    return read_lists(SOURCE / path)


@pytest.fixture(scope="module")
def said(nlp):
    """The tokens of the sentences that an entry is tried in."""
    known = {}

    def tokens(word):
        if word not in known:
            known[word] = [t for frame in SENTENCES for t in nlp(frame.format(word))]
        return known[word]

    return tokens


def _is_token(nlp, word):
    forms = {word, word.capitalize(), word.upper()}
    docs = [nlp.make_doc(f"they{gap}{form} it") for gap in (" ", "") for form in forms]
    return any(len(doc) == 3 and doc[1].lower_ == word for doc in docs)


def _kind_of(line):
    return [each.kind for each in page_lines(line, [(0, len(line))])]


def _is_own_line(word):
    """Also with marks around it; what a list of beginnings takes needs no entry as a whole line."""
    asked = any(f"{word} ".startswith(f"{each} ") for each in _lists(PAGE)["requests"])
    return _kind_of(f"– {word.capitalize()} –") == ["furniture"] and not asked


def _is_picture(word):
    line = f"The dam held for years. {word.capitalize()}: Ana Soto"
    return len(list(line_parts(line, 0, len(line)))) == 2


def _is_unit(parser, word):
    many = {"man": "men"}.get(word, plural(word))
    return [f.unit for f in parser.parse(f"The two {many} met in Oslo.").figures] == [word]


def _is_shown(word):
    words = read_words(word)
    return len(words.starts) == 1 and shown(words, 0) == word


WAYS = {
    "token": lambda word, nlp, **_: _is_token(nlp, word),
    "phrase": lambda word, nlp, **_: all(_is_token(nlp, part) for part in word.split(" ")),
    "opening": lambda word, nlp, **_: len(nlp.make_doc(word)) <= 3,
    "noun": lambda word, said, **_: any(t.lemma_.lower() == word for t in said(word)),
    "lemma": lambda word, said, **_: any(quotes.lemma_of(t) == word for t in said(word)),
    "lemma and preposition": lambda word, said, **_: any(
        quotes.lemma_of(t) == word.split()[0] for t in said(word.split()[0])
    ),
    "verb": lambda word, **_: quotes._forms()[word] == word,
    "singular": lambda word, nlp, **_: _is_token(nlp, word) and singular(word) == word,
    "pattern": lambda word, **_: (
        word.islower() and WORD.findall(word) == word.split() == word.split(" ")
    ),
    "shortened": lambda word, **_: scan._as_written(word) == word and _is_shown(word),
    "form of a meeting": lambda word, **_: word in _meeting_forms(),
    "cue": lambda word, **_: word in _cues(),
    "blank": lambda word, **_: word == word.lower() and " " not in word,
    "key": lambda word, **_: fold(word) == word,
    "small": lambda word, **_: word == word.lower() and _is_shown(word),
    "shown": lambda word, **_: _is_shown(word),
    "capital": lambda word, **_: word[0].isupper() and _is_shown(word),
    "line": lambda word, **_: _is_own_line(word),
    "label": lambda word, **_: _kind_of(f"{word.capitalize()}: Peru")[0] != "text",
    "teaser": lambda word, **_: _kind_of(f"{word}: Ports sign a pact on pilots") == ["furniture"],
    "phrase in a line": lambda word, **_: _kind_of(f"3 {word}") == ["furniture"],
    "request": lambda word, **_: _kind_of(f"{word.capitalize()} page") == ["furniture"],
    "credit": lambda word, **_: _kind_of(f"{word.capitalize()} Port Gazette") == ["credit"],
    "word": lambda word, **_: word == word.lower() and WORD.findall(word) == [word],
    "picture": lambda word, **_: _is_picture(word),
    "unit": lambda word, parser, **_: _is_unit(parser, word),
    "cut": lambda word, **_: word.islower() and enumeration.TOKEN.findall(word) == [word],
    "pair": lambda word, **_: (
        [len(enumeration.TOKEN.findall(w)) for w in word.split(" ")] == [1, 1]
    ),
    "small word": lambda word, **_: word.islower() and WORD.findall(word) == [word],
}


def _cues():
    """Cue verbs of agreements, and "committed to", which goes by its frame."""
    return {verb.base for found in agreement_cues().values() for verb in found} | {"bound"}


def _meeting_forms():
    told = {entry.form for found in entries().values() for entry in found}
    return told | {f"{kind} visit" for kind in _lists(MEETINGS)["visits"]}


ROWS = [
    pytest.param(path, way, name, id=f"{path}-{name}")
    for path, ways in LISTS.items()
    for way, names in ways.items()
    for name in names.split()
]


def _word_lists():
    """The TOML files that hold word lists; those of dates and figures have tests of their own."""
    for path in sorted(SOURCE.rglob("*.toml")):
        name = path.relative_to(SOURCE).as_posix()
        if not name.startswith(("extractors/dates", "extractors/figures", "model/")):
            yield name


def test_the_table_knows_every_list():
    found = {path: set(tomllib.loads((SOURCE / path).read_text("utf-8"))) for path in _word_lists()}
    told = {
        path: {n for names in ways.values() for n in names.split()} for path, ways in LISTS.items()
    }
    assert found == told


@pytest.mark.parametrize("path", [path for path in LISTS if path != LANGUAGES])
def test_every_list_is_asked_for(path):
    """By its name in its room. Languages are gone through as a whole."""
    trees = [ast.parse(each.read_text("utf-8")) for each in (SOURCE / path).parent.glob("*.py")]
    nodes = (node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant))
    named = {node.value for node in nodes if isinstance(node.value, str)}
    assert set(_lists(path)) - named == set()


@pytest.mark.parametrize(("path", "way", "name"), ROWS)
def test_every_entry_can_be_met(path, way, name, nlp, parser, said):
    met = WAYS[way]
    dead = [word for word in _lists(path)[name] if not met(word, nlp=nlp, parser=parser, said=said)]
    assert dead == []


@pytest.mark.parametrize(("path", "names"), APART)
def test_no_entry_stands_in_two_lists_that_are_asked_together(path, names):
    listed = _lists(path)
    for one, other in itertools.combinations(names.split(), 2):
        assert set(listed[one]) & set(listed[other]) == set(), f"{one}, {other}"


@pytest.mark.parametrize(("path", "name", "outer"), WITHIN)
def test_no_entry_is_asked_for_only_where_it_cant_stand(path, name, outer):
    listed = _lists(path)
    assert set(listed[name]) - {word for each in outer.split() for word in listed[each]} == set()


@pytest.mark.parametrize("name", ["private", "made_jointly"])
def test_documents_of_a_kind_are_documents(name):
    listed = _lists(AGREEMENTS)
    nouns = {*listed["instruments"], *listed["documents"]}
    assert set(listed[name]) - nouns - set(map(plural, nouns)) == set()


def test_cues_of_an_event_end_with_a_preposition_that_leads_to_content():
    """An event is told by the cue's last word; a "to" before a verb is none of the cue's."""
    listed = _lists(QUOTES)
    phrases = {word for word in listed["request"] if " " in word}
    assert phrases - set(listed["with_preposition"]) == set()


# ---------------------------------------------------------------- titles and verbs

OFFICES = ("leader", "minister", "spokesperson", "function")

# what a list is asked together with: a word in both does nothing in one of them
BESIDE = [
    (ACTORS, "group_persons", titles("group")),
    (ACTORS, "group_countries", titles("group")),
    (AGREEMENTS, "together", titles("several")),
    (MEETINGS, "several", titles("several")),
    ("leads.toml", "generic", titles("office")),
    ("leads.toml", "private", titles("private")),
    (LOCATIONS, "nation_words", either_case("state")),
    (LOCATIONS, "ministers", either_case("state") | either_case("of-state")),
    (QUOTES, "left", verbs("speech")),
    (PAGE, "verbs", told_forms_of("saying")),
    (PAGE, "small_verbs", told_forms_of("saying")),
    ("text/enumeration.toml", "openers", told_forms_of("saying")),
    ("text/enumeration.toml", "reports", told_forms_of("saying")),
]


@pytest.mark.parametrize(("path", "name", "others"), BESIDE, ids=lambda each: str(each)[:40])
def test_no_entry_stands_in_a_class_that_is_asked_with_its_list(path, name, others):
    assert set(_lists(path)[name]) & others == set()


def _classes(table, column):
    rows = read_table(SOURCE / table, COLUMNS[table])
    return {each for row in rows for each in row[column].split()}


def _asked(*functions):
    """The classes that the code asks these functions for."""
    trees = [ast.parse(each.read_text("utf-8")) for each in SOURCE.rglob("*.py")]
    calls = (node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call))
    named = (call.args[0] for call in calls if call.args and _name(call.func) in functions)
    return {each.value for each in named if isinstance(each, ast.Constant)}


def _name(function):
    return function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")


def test_every_class_of_titles_is_asked_for():
    """`dotted` says how a word is written and is asked for with the others."""
    told = _classes("english/titles.tsv", 1) - {"dotted"}
    assert told == _asked("titles", "capitalized", "either_case")


def test_every_class_of_verbs_is_asked_for():
    assert _classes("english/verbs.tsv", 2) == _asked("verbs", "told_forms_of")


@pytest.mark.parametrize(
    ("one", "other"), [*itertools.combinations([*OFFICES, "address", "group", "several"], 2)]
)
def test_nobody_holds_two_kinds_of_title(one, other):
    """The first kind that fits settles what a title makes of its holder; plurals have no title."""
    both = {"group", "several"} == {one, other}
    assert both or titles(one) & titles(other) == set()


@pytest.mark.parametrize("use", ["female", "male", "peer", "any-leader"])
def test_what_is_asked_of_a_title_is_told_of_titles(use):
    """Or of what stands before one: "a woman judge"."""
    assert titles(use) - TITLES - {"man", "woman"} == set()


def test_a_surname_follows_only_where_a_name_does():
    assert titles("prefix-only") - titles("prefix") == set()


def test_titles_before_a_name_are_words_there():
    kinds = titles("prefix") | titles("state") | titles("of-state")
    assert [word for word in kinds if not _is_shown(word.capitalize())] == []


def test_abbreviated_titles_are_tokens_with_their_full_stop(nlp):
    dotted = {word for kind in (*OFFICES, "address") for word in titles(kind, dotted=True)}
    dotted -= {word for kind in (*OFFICES, "address") for word in titles(kind)}
    assert sorted(word for word in dotted if not _is_token(nlp, word)) == []


def test_verbs_of_speech_are_told_from_their_forms():
    """No other cue verb has the same base form."""
    assert [base for base in verbs("speech") if quotes._forms()[base] != base] == []


def test_a_base_is_listed_only_where_spelling_leaves_it_open():
    """Of a form that is the past of another verb too, or that can have several bases."""
    assert [base for base in sorted(verbs("base")) if not _is_open(base)] == []


def _is_open(base):
    return bool(lemmas._irregular(base)) or any(
        len(lemmas._spelt(form)) > 1 for form in verb_forms(base)
    )


# ---------------------------------------------------------------- tables

COLUMNS = {
    "syntax/standing.tsv": ("word", "says"),
    "extractors/agreements/cues.tsv": ("verb", "frame", "status"),
    "extractors/meetings/cues.tsv": ("word", "tail", "class", "form"),
    "english/words.tsv": ("word", "class", "traits", "value"),
    "english/titles.tsv": ("word", "classes"),
    "english/verbs.tsv": ("verb", "forms", "classes"),
    "english/nouns.tsv": ("noun", "singular", "class"),
}
WORDS = [
    ("syntax/standing.tsv", "word"),
    ("extractors/agreements/cues.tsv", "verb"),
    ("extractors/meetings/cues.tsv", "word tail"),
    ("english/words.tsv", "word"),
    ("english/titles.tsv", "word"),
    ("english/verbs.tsv", "verb forms"),
    ("english/nouns.tsv", "noun singular"),
]


@pytest.mark.parametrize(("path", "words"), WORDS)
def test_every_word_of_a_table_is_a_token(path, words, nlp):
    columns = COLUMNS[path]
    rows = [dict(zip(columns, row, strict=True)) for row in read_table(SOURCE / path, columns)]
    found = {
        w for row in rows for name in words.split() for w in row[name].replace("|", " ").split()
    }
    assert sorted(word for word in found if not _is_token(nlp, word)) == []


@pytest.mark.parametrize("path", [path for path in COLUMNS if path.startswith("english/")])
def test_words_of_english_stand_one_a_row(path):
    """Single tokens are looked up in these; cues of several words lie in the rooms."""
    assert [row[0] for row in read_table(SOURCE / path, COLUMNS[path]) if " " in row[0]] == []


def test_no_row_of_what_words_say_stands_behind_another():
    """Of rows with the same words the first is taken."""
    table = sayings.entries()
    for words, says in read_table(SOURCE / "syntax/standing.tsv", ("word", "says")):
        base, *tail = words.split()
        first = [
            next(entry for entry in table[form] if list(entry.tail) == tail)
            for form in verb_forms(base)
        ]
        assert says in {entry.says for entry in first}, words


def test_no_cue_of_an_agreement_or_a_meeting_stands_twice():
    agreements, meetings = (
        read_table(SOURCE / path, COLUMNS[path])
        for path in ("extractors/agreements/cues.tsv", "extractors/meetings/cues.tsv")
    )
    counts = Counter((verb, frame) for verb, frame, _ in agreements)
    counts += Counter((word, kind in ("together", "host")) for word, _, kind, _ in meetings)
    assert [cue for cue, count in counts.items() if count > 1] == []
