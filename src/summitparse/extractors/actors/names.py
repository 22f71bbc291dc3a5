"""Names of persons and organizations as they stand in the text, with the titles around them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from summitparse import english
from summitparse.extractors.actors.roles import Role, joined, role_after, role_before
from summitparse.extractors.actors.words import TITLES, begins, folded, gender_of, is_title, words
from summitparse.models.mentions import ActorType

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from summitparse.extractors.actors.places import Place
    from summitparse.extractors.actors.words import Gender

__all__ = ["Named", "named_organizations", "named_persons"]

Run = tuple[int, int]

PERSON = frozenset(("PERSON", "PER"))
FUNCTION_POS = frozenset(("ADP", "AUX", "CCONJ", "DET", "PART", "PRON", "SCONJ", "ADV"))
ORGANIZATION = frozenset(("ORG",))
TOWNS = frozenset(("city", "country"))
LONGEST_RUN = 5
"""Tokens of a name found by its title alone."""
REST = 4
"""Words that a text must have beside a line in capitals to be more than a headline."""
SMALL = 3
"""Letters that a word may have to stand small in a headline; fewest long words that make one."""
NAME_POS = frozenset(("PROPN", "NOUN", "X", ""))
AFTER_NAME = frozenset(("VERB", "AUX", "PUNCT", "CCONJ"))
POSSESSIVE = english.words("possessive mark")


@dataclass(frozen=True, slots=True)
class Named:
    """One mention by name: tokens `[start, end)` with title, `[name_start, end)` without."""

    start: int
    name_start: int
    end: int
    kind: ActorType
    words: tuple[str, ...]
    """The name's words, folded."""
    role: Role | None = None
    after: Role | None = None
    """The part of the role that stands beside the name, a mention of its own."""

    @property
    def gender(self) -> Gender | None:
        """What the title says of it."""
        return gender_of(self.role.words) if self.role else None


def named_persons(doc: Doc, places: Mapping[int, Place]) -> list[Named]:
    """Every mention of a person by name, in text order.

    Names come from the entities and from titles that a name must follow; the words of names found
    so are then looked for in the rest of the text, where the model may have missed them.
    """
    runs = [run for run in _entity_runs(doc, PERSON) if not _is_no_person(doc, run, places)]
    taken = {i for start, end in runs for i in range(start, end)}
    runs = _repaired(doc, sorted([*runs, *_titled_runs(doc, places, taken)]), places)
    again = list(_known_again(doc, runs, places))
    taken = {i for start, end in again for i in range(start, end)}
    runs = [*again, *(run for run in runs if taken.isdisjoint(range(*run)))]
    return [_with_role(doc, start, end, places) for start, end in sorted(runs)]


def _repaired(doc: Doc, runs: Sequence[Run], places: Mapping[int, Place]) -> list[Run]:
    """The runs grown over the parts of the name that the model left out, overlaps joined."""
    grown: list[Run] = []
    for start, end in runs:
        if grown and start < grown[-1][1]:
            continue
        end = _right_end(doc, end, places)
        grown.append((_left_start(doc, start, end, places), end))
    return grown


def _right_end(doc: Doc, end: int, places: Mapping[int, Place]) -> int:
    """Over "de Soto" and "-hyun" after "Ana" and "Lee Ji"."""
    start, best = end, end
    while end < min(len(doc), start + LONGEST_RUN) and not begins(doc[end]):
        token = doc[end]
        hyphen = token.text == "-" and not doc[end - 1].whitespace_ and not token.whitespace_
        if hyphen and end + 1 < len(doc) and doc[end + 1].is_alpha:
            end = best = end + 2
        elif _name_word(token) and token.pos_ in NAME_POS and end not in places:
            end = best = end + 1
        elif token.lower_ in words("particle"):
            end += 1
        else:
            break
    return best


def _left_start(doc: Doc, start: int, end: int, places: Mapping[int, Place]) -> int:
    """Over the given name, where the model found the last word alone."""
    before = doc[start - 1] if start else None
    if before is None or end - start > 1 or before.i in places or begins(doc[start]):
        return start
    fits = _name_word(before) and before.pos_ == "PROPN" and before.ent_type_ not in PERSON
    return start - 1 if fits and not _is_alone_at_start(before) else start


def _is_alone_at_start(before: Token) -> bool:
    """The first word of a sentence is capitalised anyway; a noun there is no given name."""
    return begins(before) and not before.ent_type_ and before.lower_ in words("not_name")


def _is_no_person(doc: Doc, run: Run, places: Mapping[int, Place]) -> bool:
    """Whether a run is no person: only places, function words, a short form in brackets (WTO), a
    body that its own name calls so (Radio Soto), or God.
    """
    start, end = run
    if _is_thing(doc, run) or not _is_written_as_name(doc, run):
        return True
    if _is_body(doc, run) or {token.lower_ for token in doc[start:end]} <= words("deity"):
        return True
    if all(doc[i].pos_ in FUNCTION_POS for i in range(start, end)):
        return True
    if end - start == 1 and doc[start].is_upper and doc[max(0, start - 1)].text == "(":
        return True
    return all(i in places for i in range(*run) if doc[i].is_alpha)


def _is_seat(place: Place) -> bool:
    """Whether a place's name means who sits there (the Kremlin), or a bloc of states (the EU)."""
    return place.kind == "institution" or _is_bloc(place)


def _is_bloc(place: Place) -> bool:
    body = not words("organization").isdisjoint(_folded_words(place.name))
    return place.kind == "region" and place.country is None and body


def _is_thing(doc: Doc, run: Run) -> bool:
    """Whether a name is, or stands in, that of a document, an event or money ("the Oslo *Accord*")."""
    start, end = run
    around = doc[start : min(len(doc), end + 1)]
    last = [token for token in around if token.i >= end - 1 and token.text[:1].isupper()]
    return any(token.lower_ in words("thing") and token.i > start for token in last)


def _is_written_as_name(doc: Doc, run: Run) -> bool:
    """With a capital or a figure, and not only the words of a headline where all have capitals."""
    if not any(sign.isupper() or sign.isdigit() for sign in doc[slice(*run)].text):
        return False
    return not _only_in_headline(doc, run)


def _only_in_headline(doc: Doc, run: Run) -> bool:
    """Whether a run in a first line whose words all have capitals is told of nowhere else."""
    if not doc.has_annotation("SENT_START"):
        return False
    sentence = doc[run[0]].sent
    if sentence.start or not _has_all_capitals(sentence) or len(doc) - len(sentence) < REST:
        return False
    last = doc[run[1] - 1]
    outside = (token for token in doc if not sentence.start <= token.i < sentence.end)
    return all(token.text != last.text for token in outside)


def _has_all_capitals(sentence: Span) -> bool:
    """Whether all long words of a line of some length, without a stop, begin with a capital."""
    last = next((token for token in reversed(list(sentence)) if not token.is_space), None)
    if last is None or last.is_punct:
        return False
    long = [token for token in sentence if token.is_alpha and len(token) > SMALL]
    return len(long) >= SMALL and all(token.text[0].isupper() for token in long)


def _is_body(doc: Doc, run: Run) -> bool:
    """Whether a name has a word for an organization in it."""
    return any(token.lower_ in words("organization") for token in doc[slice(*run)])


def named_organizations(doc: Doc, taken: set[int], places: Mapping[int, Place]) -> list[Named]:
    """Every mention of an organization by name that no person's name overlaps.

    A place that stands for who sits there (the Kremlin) is one, with its country.
    """
    seats = {(each.start, each.end): each for each in places.values() if _is_seat(each)}
    bodies = (run for run in _entity_runs(doc, PERSON) if _is_body(doc, run))
    runs = dict.fromkeys([*seats, *_entity_runs(doc, ORGANIZATION), *bodies])
    found, covered = [], set(taken)
    for start, end in sorted(runs):
        seat = seats.get((start, end))
        only_place = seat is None and start in places and _of_places(doc, start, end, places)
        thing = _is_thing(doc, (start, end)) or not _is_written_as_name(doc, (start, end))
        if not (only_place or thing) and covered.isdisjoint(range(start, end)):
            role = Role(start, start, "", frozenset(), seat.country) if seat else None
            named = _folded_words(seat.name) if seat and _is_bloc(seat) else _words(doc, start, end)
            found.append(Named(start, start, end, "organization", named, role))
            covered.update(range(start, end))
    return found


def _folded_words(name: str) -> tuple[str, ...]:
    return tuple(folded(word) for word in name.split())


def _of_places(doc: Doc, start: int, end: int, places: Mapping[int, Place]) -> bool:
    """Whether a run is one place, or several that are no body together: "the Oslo-Lima channel"."""
    inside = {places[i].start for i in range(start, end) if i in places and places[i].kind in TOWNS}
    loose = [token for token in doc[start:end] if token.i not in places]
    several = len(inside) > 1 and not any(token.text[:1].isupper() for token in loose)
    return places[start].end >= end or several


def _words(doc: Doc, start: int, end: int) -> tuple[str, ...]:
    return tuple(folded(token.text) for token in doc[start:end] if token.text.strip(".,-'’ \n"))


def _entity_runs(doc: Doc, labels: frozenset[str]) -> Iterator[tuple[int, int]]:
    for ent in doc.ents:
        if ent.label_ in labels:
            for start, end in _split(doc, ent.start, ent.end):
                bare = _bare(doc, start, end, labels is PERSON)
                if bare is not None:
                    yield bare


def _split(doc: Doc, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Parts of an entity between line breaks and, in persons' names, coordinators."""
    left = start
    for i in range(start, end):
        if doc[i].is_space and "\n" in doc[i].text:
            if i > left:
                yield left, i
            left = i + 1
    if left < end:
        yield left, end


def _bare(doc: Doc, start: int, end: int, person: bool) -> tuple[int, int] | None:
    """The run without titles before it, possessive and marks after it; None if nothing is left."""
    while start < end and _not_part(doc[start], person):
        start += 1
    while end > start and (doc[end - 1].text in POSSESSIVE or not doc[end - 1].text.strip(" \n.,")):
        if doc[end - 1].text == "." and person is False:
            break
        end -= 1
    if start == end or not any(token.text[:1].isalpha() for token in doc[start:end]):
        return None
    return start, end


def _not_part(token: Token, person: bool) -> bool:
    if token.is_punct or token.is_space or token.text in POSSESSIVE:
        return True
    return person and (is_title(token.lower_) or token.lower_ == "the")


def _titled_runs(
    doc: Doc, places: Mapping[int, Place], taken: set[int]
) -> Iterator[tuple[int, int]]:
    """Capitalised words after a title, or after "Peru's", that no entity of a person covers."""
    for token in doc[:-1]:
        titled = is_title(token.lower_) and not begins(doc[token.i + 1])
        owned = token.text in POSSESSIVE and token.i - 1 in places
        start = token.i + 1
        apposed = titled and doc[start].text == "," and token.text.islower()
        if apposed:
            yield from _apposed_run(doc, start + 1, places, taken)
            continue
        if titled and doc[start].lower_ == "of" and start + 1 in places:
            start = places[start + 1].end
            one = token.lower_ in TITLES
            titled = one and start < len(doc) and doc[start].pos_ == "PROPN"
        if start >= len(doc) or start in taken or not (titled or owned):
            continue
        end = _run_end(doc, start, {} if owned else places, taken)
        if end > start and (_is_thing(doc, (start, end)) or _only_in_headline(doc, (start, end))):
            continue
        if end > start and (titled or _is_owned_person(doc, start, end, places)):
            yield start, end


def _apposed_run(
    doc: Doc, start: int, places: Mapping[int, Place], taken: set[int]
) -> Iterator[Run]:
    """Two or three capitalised words between a title's comma and the next mark: "the envoy, Per Krogh,"."""
    end = _run_end(doc, start, places, taken)
    closed = end < len(doc) and (doc[end].is_punct or doc[end].pos_ in ("VERB", "AUX"))
    own = (
        start not in taken and not _is_thing(doc, (start, end)) and not _is_body(doc, (start, end))
    )
    if end - start in (2, 3) and closed and own and not _only_in_headline(doc, (start, end)):
        yield start, end


def _is_owned_person(doc: Doc, start: int, end: int, places: Mapping[int, Place]) -> bool:
    """Whether "Peru's" stands before a person: two words or more, not a place's or body's name."""
    following = doc[end].pos_ if end < len(doc) else "PUNCT"
    if _is_body(doc, (start, end)) or end - 1 in places:
        return False
    return end - start > 1 and following in AFTER_NAME


def _run_end(doc: Doc, start: int, places: Mapping[int, Place], taken: set[int]) -> int:
    end = start
    while end < min(len(doc), start + LONGEST_RUN) and end not in taken:
        token = doc[end]
        particle = end > start and token.lower_ in words("particle") and end + 1 < len(doc)
        if not (particle or _name_word(token)) or end in places:
            break
        end += 1
    while end > start and doc[end - 1].lower_ in words("particle"):
        end -= 1
    return end


def _name_word(token: Token) -> bool:
    text = token.text
    return (
        text[0].isupper()
        and len(text) > 1
        and token.lower_ not in words("not_name")
        and token.lower_ not in TITLES
        and token.ent_type_ not in ORGANIZATION
        and all(sign.isalpha() or sign in "-'’." for sign in text)
    )


def _known_again(doc: Doc, runs: Iterable[Run], places: Mapping[int, Place]) -> Iterator[Run]:
    """Every place where a known name stands whole, or its last word alone."""
    names = {_texts(doc, *run) for run in runs}
    names |= {name[-1:] for name in names} | {name[:1] for name in names if _family_first(name)}
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for name in sorted(names, key=lambda each: (-len(each), each)):
        by_first.setdefault(name[0], []).append(name)
    end = 0
    for token in doc:
        if token.i >= end and token.text in by_first and token.i not in places:
            end = next(
                (token.i + len(n) for n in by_first[token.text] if _stands(doc, token, n)), end
            )
            if end > token.i and _is_free(doc, token.i, end):
                yield token.i, end


def _family_first(name: tuple[str, ...]) -> bool:
    """The first word of two may be the name to call by (Xi, Lee, Park; a given name)."""
    return len(name) == 2 and len(name[0]) > 1


def _texts(doc: Doc, start: int, end: int) -> tuple[str, ...]:
    return tuple(token.text for token in doc[start:end])


def _stands(doc: Doc, token: Token, name: tuple[str, ...]) -> bool:
    return _texts(doc, token.i, token.i + len(name)) == name


def _is_free(doc: Doc, start: int, end: int) -> bool:
    """Not part of a longer name of something else ("Soto Airport"), and written as a name."""
    inner = {token.ent_type_ for token in doc[start:end]}
    if not doc[start].text[0].isupper() or len(doc[start]) < 2:
        return False
    if inner <= PERSON | {""}:
        return end - start > 1 or doc[start].pos_ in NAME_POS
    whole = doc[start].ent_iob_ != "I" and _ent_ends(doc, end - 1)
    return whole or doc[end : end + 1].text in POSSESSIVE


def _ent_ends(doc: Doc, at: int) -> bool:
    return at + 1 == len(doc) or doc[at + 1].ent_iob_ != "I"


def _with_role(doc: Doc, start: int, end: int, places: Mapping[int, Place]) -> Named:
    named = Named(start, start, end, "person", _words(doc, start, end))
    before = role_before(doc, start, places)
    after = role_after(doc, end, places)
    if before is None:
        return replace(named, role=after, after=after)
    return replace(named, start=before.start, role=joined(before, after), after=after)
