"""Pronouns, titles and group words: what they refer back to, in one pass over the text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from summitparse import english
from summitparse.english.inflection import singular
from summitparse.english.titles import titles
from summitparse.extractors.actors.discourse import Discourse
from summitparse.extractors.actors.drafts import Draft
from summitparse.extractors.actors.roles import phrase_start, role_of_head
from summitparse.extractors.actors.words import TITLES, folded, gender_of, rank_of, words
from summitparse.leads import HOW_MANY
from summitparse.syntax import agent_of, noun_phrase, subject_of
from summitparse.syntax import labels as rel

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from summitparse.extractors.actors.names import Named
    from summitparse.extractors.actors.places import Place
    from summitparse.extractors.actors.roles import Role
    from summitparse.extractors.actors.words import Gender

__all__ = ["Reader", "acts", "is_subject"]

SINGULAR: dict[str, Gender] = {
    **dict.fromkeys(english.words("pronoun", "male"), "m"),
    **dict.fromkeys(english.words("pronoun", "female"), "f"),
}
NEUTER = english.words("pronoun", "neuter")
OBJECT = english.words("pronoun", "third", "object") - NEUTER
PLURAL = english.words("pronoun", "third", "plural")
NUMBERS = {**HOW_MANY} | {"both": 2}
DEFINITE = words("definite")
POINTING = words("pointing")
GENERIC = titles("any-leader")
"""Titles that any holder of their rank can be called by."""
UNADDRESSED = TITLES - titles("address", dotted=True)
GROUPS = titles("group") | words("group_persons") | words("group_countries")
LEAST_NEUTER = 0.9
"""How salient a country or organization must be for "it"; people are taken at any salience."""
LEAST_PAIR = 0.45
"""How salient the second of two persons must be for "they"."""
PAIR = 2
"""What a group word without a number speaks of ("both leaders")."""
LONGEST_LABEL = 14
"""Tokens of the phrase that names somebody anonymous."""


def is_subject(token: Token) -> bool:
    """Whether a token is the subject of the word that it hangs on."""
    subject = subject_of(token.head) if token.head.i != token.i else None
    return subject is not None and subject.i == token.i


def acts(token: Token) -> bool:
    """Whether a token stands for a doer: subject, agent, or who something is according to."""
    if is_subject(token):
        return True
    agent = agent_of(token.head) if token.head.i != token.i else None
    if agent is not None and agent.i == token.i:
        return True
    before = (each.lower_ for each in token.doc[max(0, token.i - 6) : token.i])
    return "according" in before


@dataclass(slots=True)
class Reader:
    """Reads a text from left to right and gives every mention to its actor."""

    doc: Doc
    places: Mapping[int, Place]
    quoted: Callable[[int], bool]
    """Whether a character offset lies inside quotation marks."""
    state: Discourse = field(default_factory=Discourse)
    countries: dict[str, Draft] = field(default_factory=dict)
    unnamed: dict[str, Draft] = field(default_factory=dict)
    meant: dict[int, tuple[Draft, ...]] = field(default_factory=dict)
    """Which actors a token, as part of an outermost mention, means."""
    _chain: list[Draft] = field(default_factory=list)
    _chain_end: int = -1
    _chain_how: str = "other"

    # ------------------------------------------------------------ mentions by name
    def named(self, draft: Draft, start: int, end: int) -> None:
        """A mention by name, titles included."""
        if not titles("peer").isdisjoint(draft.role_words) and draft.rank is None:
            self._rank_like_host(draft)
        how = self._how(self.doc[start:end].root)
        how = self._chain_how if self._joins(start, draft) else how
        self._note([draft], start, end, how)
        self._chain = [*self._chain, draft] if self._joins(start, draft) else [draft]
        self._chain_end, self._chain_how = end, how
        if len(self._chain) > 1:
            self.state.group(self._chain)
        if draft.kind == "person" and draft.country in self.countries:
            self.state.mention(self.countries[draft.country], "quoted")

    def _rank_like_host(self, draft: Draft) -> None:
        """A counterpart has the office of whoever is spoken of."""
        hosts = self.state.ranked(lambda each: each.rank is not None and each is not draft)
        if hosts:
            draft.role_words |= hosts[0].role_words

    def beside(self, draft: Draft, named: Named) -> int:
        """The title set beside a name; gives the token after it."""
        role = named.after
        if role is None:
            return named.end
        self._note([draft], role.start, role.head + 1, "quoted")
        return role.head + 1

    def country(self, place: Place, *, inside: bool) -> None:
        """A country's name or adjective; `inside` a person's mention it says little."""
        draft = self.country_draft(place)
        if inside:
            draft.spans.add(place.chars)
            self.state.mention(draft, "quoted")
        else:
            self.named(draft, place.start, place.end)
            draft.spans.add(place.chars)

    def country_draft(self, place: Place) -> Draft:
        """The actor of a country, made when it is first named."""
        return self.countries.setdefault(
            place.country or place.name, Draft("country", place.name, country=place.country)
        )

    def _joins(self, start: int, draft: Draft) -> bool:
        """Whether a mention goes on with an enumeration ("A, B and C")."""
        if not self._chain or not 0 < start - self._chain_end < 3:
            return False
        between = [token.lower_ for token in self.doc[self._chain_end : start]]
        joined = set(between) <= {",", "and", "&", "-", "–"}
        return joined and (draft.kind == self._chain[0].kind) and draft not in self._chain

    def _how(self, token: Token) -> str:
        if self.quoted(token.idx):
            return "quoted"
        return "subject" if is_subject(token) else "other"

    def _note(self, drafts: list[Draft], start: int, end: int, how: str) -> None:
        last = self.doc[end - 1]
        chars = (self.doc[start].idx, last.idx + len(last))
        for draft in drafts:
            draft.spans.add(chars)
            self.state.mention(draft, how)
        for i in range(start, end):
            self.meant[i] = tuple(drafts)

    # ------------------------------------------------------------ mentions without a name
    def word(self, token: Token) -> None:
        """Any other token: resolve it if it points back to actors."""
        lower = token.lower_
        if lower in SINGULAR:
            self._pronoun(token, SINGULAR[lower])
        elif lower in PLURAL or lower in ("both", "two"):
            self._plural_pronoun(token)
        elif lower in NEUTER:
            self._neuter(token)
        elif token.pos_ in ("NOUN", "PROPN", "") and not self._modifies(token):
            self._noun(token)

    def _pronoun(self, token: Token, gender: Gender) -> None:
        barred = self._clause_subject(token)

        def fits(draft: Draft) -> bool:
            return draft.kind == "person" and draft.gender in (None, gender) and draft not in barred

        found = self.state.ranked(fits)
        if found:
            found[0].gender = found[0].gender or gender
            self._note([found[0]], token.i, token.i + 1, self._how(token))

    def _clause_subject(self, token: Token) -> tuple[Draft, ...]:
        """Whom an object pronoun can't mean: the subject of its verb ("Soto thanked him")."""
        if token.lower_ not in OBJECT or "Yes" in token.morph.get("Poss", []):
            return ()
        for verb in (token.head, token.head.head):
            subject = subject_of(verb)
            if subject is not None:
                return self.meant.get(subject.i, ())
        return ()

    def _plural_pronoun(self, token: Token) -> None:
        if token.lower_ in ("both", "two"):
            following = self.doc[token.i + 1 : token.i + 2]
            if not is_subject(token) or (following and following[0].pos_ in ("NOUN", "ADJ")):
                return
            members = self._members("leaders", 2)
        else:
            members = self._together(token)
        if members and not self.quoted(token.idx):
            self._several(members, token.i, token.i + 1)

    def _together(self, token: Token) -> list[Draft]:
        """Whom "they" means: those named together, else the two persons last spoken of."""
        barred = self._clause_subject(token)
        members = [each for each in self.state.plural() if each not in barred]
        if members:
            return members
        pair = [each for each in self.state.ranked(self._person)[:2] if each not in barred]
        return pair if len(pair) == 2 and self.state.salience(pair[1]) > LEAST_PAIR else []

    def _pair(self, fits: Callable[[Draft], bool], count: int = 2) -> list[Draft]:
        """The most salient actors that fit, exactly so many or none."""
        found = self.state.known(fits)[:count]
        return found if len(found) == count else []

    def _several(self, members: list[Draft], start: int, end: int) -> None:
        self._note(members, start, end, self._how(self.doc[end - 1]))
        self.state.group(members)
        self._chain = []

    def _neuter(self, token: Token) -> None:
        if self.quoted(token.idx) or not (
            is_subject(token) or "Yes" in token.morph.get("Poss", [])
        ):
            return
        found = self.state.ranked(lambda each: each.kind in ("country", "organization"))
        if found and self.state.salience(found[0]) >= LEAST_NEUTER:
            self._note([found[0]], token.i, token.i + 1, self._how(token))

    # ------------------------------------------------------------ noun phrases
    def _modifies(self, token: Token) -> bool:
        following = self.doc[token.i + 1 : token.i + 2]
        return bool(following) and following[0].pos_ in ("NOUN", "PROPN")

    def _noun(self, token: Token) -> None:
        lower = token.lower_
        single = folded(token.lemma_ or lower)
        plural = lower != single and "Sing" not in token.morph.get("Number", [])
        if lower in GROUPS and self._group(token):
            return
        if not UNADDRESSED.isdisjoint((single, lower)):
            self._title(token, single, plural)
        elif single in words("organization"):
            self._organization(token, single)

    def _opener(self, start: int) -> str:
        return self.doc[start - 1].lower_ if start else ""

    def _group(self, token: Token) -> bool:
        """Resolve a group phrase ("both leaders", "the two countries") to each of its members."""
        start, count = self._group_start(token.i)
        if count == 0:
            return False
        members = self._members(token.lower_, count)
        if members:
            self._several(members, start, token.i + 1)
        return bool(members)

    def _group_start(self, at: int) -> tuple[int, int]:
        """Where a group phrase starts, and how many it speaks of (0 if it points to none)."""
        start, count, pointed = at, 2, False
        while start > 0 and at - start < 4:
            before = self.doc[start - 1]
            if before.lower_ in NUMBERS:
                count = NUMBERS[before.lower_]
            pointed = pointed or before.lower_ in DEFINITE
            if before.lower_ not in DEFINITE | NUMBERS.keys() and before.pos_ != "ADJ":
                break
            start -= 1
        return start, count if pointed else 0

    def _members(self, noun: str, count: int) -> list[Draft]:
        if noun in words("group_countries"):
            return self._group_countries(count)
        rank = rank_of(frozenset((singular(noun),)))
        people = self._pair(lambda each: self._person(each) and rank in (None, each.rank), count)
        if not people and rank != "minister":
            people = self._pair(self._person, count)
        if people or count == PAIR:
            return people
        # "The four presidents" of whom the text names one or two: their countries.
        return self._pair(lambda each: each.kind == "country", count)

    def _group_countries(self, count: int) -> list[Draft]:
        leaders = self._pair(lambda each: self._person(each) and each.rank is not None, count)
        owned = [self.countries[each.country] for each in leaders if each.country in self.countries]
        if len(set(owned)) == count:
            return owned
        return self._pair(lambda each: each.kind == "country", count)

    @staticmethod
    def _person(draft: Draft) -> bool:
        return draft.kind == "person" and not draft.anonymous

    def _title(self, token: Token, single: str, plural: bool) -> None:
        start = phrase_start(self.doc, token.i, self.places)
        role = role_of_head(self.doc, token.i, self.places)
        opener = self._opener(start)
        pointing = opener in POINTING or (role.country is not None and opener not in ("a", "an"))
        if pointing and not plural:
            holder = self._holder(role, single, barred=self._other_subject(token))
            if holder is not None:
                start -= opener in POINTING
                holder.country = holder.country or role.country
                holder.gender = holder.gender or gender_of(role.words)
                if not holder.anonymous:
                    holder.role_words |= role.words
                    holder.role = holder.role or role.text
                self._note([holder], start, token.i + 1, self._how(token))
                return
        if acts(token):
            self._anonymous(token, role, "group" if plural else "person")

    def _other_subject(self, token: Token) -> tuple[Draft, ...]:
        """Whom a title in the object can't mean: the subject of its verb ("Soto met the leader")."""
        if token.dep_ not in rel.OBJECT:
            return ()
        subject = subject_of(token.head)
        return self.meant.get(subject.i, ()) if subject is not None else ()

    def _holder(self, role: Role, single: str, *, barred: tuple[Draft, ...]) -> Draft | None:
        rank = rank_of(role.words | {single})

        def fits(draft: Draft) -> bool:
            if draft.kind != "person" or draft in barred:
                return False
            if role.country and draft.country not in (None, role.country):
                return False
            if role.words <= draft.role_words:
                return draft.rank == rank
            if single in GENERIC and not draft.anonymous and draft.rank:
                return draft.rank == rank
            return draft.untitled and role.country is not None and rank is not None

        found = self.state.known(fits)
        known = [each for each in found if each.country == role.country] if role.country else found
        return next(iter(known or found), None)

    def _anonymous(self, token: Token, role: Role, kind: str) -> None:
        first, last = noun_phrase(token)
        first, last = min(first, role.start), min(max(last, token.i + 1), token.i + LONGEST_LABEL)
        last = next((i for i in range(token.i + 1, last) if self._opens_aside(i)), last)
        first = self._behind_time(first, token.i)
        while first < token.i and self.doc[first].pos_ in ("DET", "PRON"):
            first += 1
        text = " ".join(self.doc[first:last].text.split())
        draft = self.unnamed.setdefault(
            folded(text),
            Draft("group" if kind == "group" else "person", text, anonymous=True),
        )
        draft.role, draft.country = draft.role or role.text, draft.country or role.country
        draft.role_words |= role.words
        draft.gender = draft.gender or gender_of(role.words)
        self._note([draft], role.start, token.i + 1, self._how(token))
        if kind == "group":
            self.state.group([draft])

    def _behind_time(self, first: int, head: int) -> int:
        """Where a phrase begins behind a word of time at its head: "last week Peru's president"."""
        for i in range(first, head):
            own = self.doc[i + 1].pos_ in ("DET", "PROPN") or i + 1 in self.places
            if self.doc[i].lower_ in words("time") and own:
                return i + 1
        return first

    def _opens_aside(self, at: int) -> bool:
        """Whether a comma begins an aside, not a further word of a list: ", meeting in Oslo"."""
        following = self.doc[at + 1 : at + 2]
        return self.doc[at].text == "," and bool(following) and following[0].pos_ == "VERB"

    def _organization(self, token: Token, single: str) -> None:
        role = role_of_head(self.doc, token.i, self.places)
        place = self._owner_place(role.start, token.i)
        if place is not None and single in words("government"):
            self._note([self.country_draft(place)], role.start, token.i + 1, self._how(token))
            return
        text = " ".join(self.doc[role.start : token.i + 1].text.split())
        draft = self.unnamed.get(folded(text))
        if draft is None and role.start == token.i and self._opener(role.start) in POINTING:
            known = self.state.known(
                lambda each: each.kind == "organization" and single in each.role_words
            )
            draft = next(iter(known), None)
        if draft is None:
            if not acts(token):
                return
            draft = Draft("organization", text, country=role.country, anonymous=True)
            draft.role_words.add(single)
            self.unnamed[folded(text)] = draft
        self._note([draft], role.start, token.i + 1, self._how(token))

    def _owner_place(self, start: int, end: int) -> Place | None:
        owners = (self.places[i] for i in range(start, end) if i in self.places)
        return next((each for each in owners if each.kind in ("country", "demonym")), None)
