"""Chains of speakers, whose word they are, and which bodies can confirm."""

from __future__ import annotations

from datetime import date

import pytest

from casefiles.domain.problems import BadInput
from casefiles.domain.records import Claim, SourceFacts
from casefiles.domain.speakers import ConfirmingBody, Speaker, SpeakerKind, guess_kind, read_speakers, show_chain, voice
from casefiles.domain.voices import confirms, count_voices, said, voice_key
from tests.domain.told import paper, told

FAMILY, OFFICIAL, PRESS, OTHER = SpeakerKind.FAMILY, SpeakerKind.OFFICIAL, SpeakerKind.PRESS, SpeakerKind.NOT_STATED


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("his wife Sita", FAMILY),
        ("brother of a police officer", FAMILY),
        ("MEA spokesperson", OFFICIAL),
        ("Indian Embassy in Moscow", OFFICIAL),
        ("Indian Express", PRESS),
        ("Daily Courier", PRESS),
        ("Reuters", PRESS),
        ("a friend", OTHER),
        ("Kinsley", OTHER),
    ],
)
def test_guess_kind(name: str, kind: SpeakerKind) -> None:
    assert guess_kind(name) is kind


@pytest.mark.parametrize(
    "given_chain",
    [
        "embassy, via family, via Daily Courier",
        "embassy via family via Daily Courier",
        "embassy → family → Daily Courier",
        ["embassy", "family", "Daily Courier"],
        [{"name": "embassy"}, {"name": " family ", "kind": "family"}, {"name": "Daily Courier", "kind": "press"}],
        [Speaker("embassy", OFFICIAL), "fam\u202eily", "Daily\nCourier"],
    ],
)
def test_chains_in_every_form(given_chain: object) -> None:
    chain = read_speakers(given_chain)
    assert [speaker.kind for speaker in chain] == [OFFICIAL, FAMILY, PRESS]
    assert show_chain(chain) == "embassy, via family, via Daily Courier"
    assert read_speakers(show_chain(chain)) == chain
    assert voice(chain) == Speaker("family", FAMILY)


@pytest.mark.parametrize(
    "given_chain", [[""], ["\u202e"], [3], [{}], [{"name": " "}], [{"name": 5}], 7, {"name": "a"}, None]
)
def test_what_is_no_chain_is_refused(given_chain: object) -> None:
    with pytest.raises(BadInput) as refused:
        read_speakers(given_chain)
    assert refused.value.hint


def test_a_megabyte_of_a_speaker_is_refused() -> None:
    with pytest.raises(BadInput):
        read_speakers(["x" * 1_000_000])


def test_the_press_alone_has_no_other_voice() -> None:
    assert read_speakers("") == ()
    assert voice(read_speakers("Reuters via Daily Courier")) is None


@pytest.mark.parametrize(
    ("speaker", "is_it"),
    [
        ("MEA", True),
        ("the M.E.A.", False),
        ("mea spokesperson", True),
        ("The Ministry of External Affairs", True),
        ("Ministry of External Affairs, New Delhi", True),
        ("ministry", False),
        ("India Today", False),
        ("meagre", False),
    ],
)
def test_a_listed_body_is_known_by_its_names(speaker: str, is_it: bool) -> None:
    assert ConfirmingBody("Ministry of External Affairs (MEA); South Block (India)").is_named(speaker) is is_it


@pytest.mark.parametrize(
    ("day", "able"), [("2024-12-31", False), ("2025-01-01", True), ("2025-05-31", True), ("2025-06-01", False)]
)
def test_a_body_confirms_from_its_first_day_to_its_last(day: str, able: bool) -> None:
    body = ConfirmingBody("MEA", "2025", "2025-05")
    assert body.spoke("MEA", date.fromisoformat(day)) is able


def test_voices_are_counted_not_papers() -> None:
    courier, herald = paper("Daily Courier"), paper("Hill Herald")
    body = ConfirmingBody("Ministry of External Affairs (MEA)")
    claims = [
        told("age", "30", "MEA", source=courier),
        told("age", "30", "Ministry of External Affairs", source=herald),
        told("age", "30", source=courier),
        told("age", "30", source=paper("Daily Courier", "2024-06-13")),
        told("age", "30"),
    ]
    assert count_voices(claims, [body]) == 2
    assert count_voices(claims) == 3
    assert voice_key(claims[-1]) == "desk"


def test_said_falls_back_to_when_it_came_out_then_to_when_we_learned_it() -> None:
    article = paper("Daily Courier", "2024-06-12")
    assert str(said(told("age", "30", said="2024-06-11", source=article))) == "2024-06-11"
    assert str(said(told("age", "30", source=article))) == "2024-06-12"
    assert str(said(told("age", "30", learned="2025-01-02"))) == "2025-01-02"
    assert said(told("age", "30", learned="")) is None


def test_a_body_that_publishes_its_own_statement_confirms_it() -> None:
    body = ConfirmingBody("Ministry of Nationals Abroad (MNA)")
    statement = SourceFacts("s", 1, "Statement", publisher="Ministry of Nationals Abroad")
    copied = SourceFacts("t", 2, "Statement of the ministry", publisher="MNA Watch Daily")
    for speakers in ((), read_speakers(["Ministry of Nationals Abroad"])):
        assert confirms(Claim("c", 1, "case", "status", "killed", speakers=speakers, source=statement), [body])
    assert not confirms(Claim("c", 1, "case", "status", "killed", source=copied), [body])
