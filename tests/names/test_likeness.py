"""Whether two names are one person's, and why."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casefiles.names.likeness import compare, likeness
from casefiles.names.parts import of_folded, read
from tests.benchmarks.names import invented_pairs, measure, public_pairs, real_pairs

SAME = {
    "India": ["Rohit Solanki|Rohith Solanki", "Ram Chandra Negi|Ramchandra Negi", "Vishnu Rathod|Bishnu Rathor"],
    "Nepal": ["Man Bahadur Rokaya|Manbahadur Rokaya", "Phurwa Dolma|Phurba Dolma", "Sanjay K.C.|सञ्जय केसी"],
    "Tamil": ["S. Murugesan|Murugesan S", "Kandasamy Selvam|கந்தசாமி செல்வம்"],
    "Malayalam": ["Biju Cherian|ബിജു ചെറിയാൻ", "P. J. Varkey|Varkey PJ"],
    "Sri Lanka": ["Roshan Senanayake|Roshan Senanayaka", "රොහාන් පෙරේරා|Rohan Perera"],
    "Pakistan": ["Ghulam Rasool Chaudhry|غلام رسول چوہدری", "Sheikh Naeem Akhtar|Shaikh Naim Akhter"],
    "Bangladesh": ["Md. Shahin Miah|Mohammad Shaheen Mia", "Shofiqul Islam|Shafiq ul-Islam"],
    "Arab": ["Abdel Nasser Haddad|Abdul Nasir al-Haddad", "Omar Ben Salah|Umar Bensalah"],
    "Central Asia": ["Джасур Каримов|Jasur Karimov", "Bekzat Alymkul uulu|Alymkul uulu Bekzat"],
    "Russia": ["Олег Петрович Быков|Oleg Bykov", "Сергей Громов|Serhiy Gromov"],
    "Latin America": [
        "José Pérez Gómez|Jose Perez",
        "Juan Carlos Ruiz Díaz|Juan C. Ruiz Diaz",
        "Ana Pilar Inés Cruz|Ana Inés Pilar Cruz",
    ],
    "Africa": ["Ousmane Cissé|Usman Cisse", "Kwame Owusu-Darko|Kwame Owusu Darko"],
    "West": ["Bob Fenwick|Robert Fenwick", "Fenwick, Robert J.|Robert James Fenwick", "TheoFenwick|Theodore Fenwick"],
    "Latvia": ["Andrejs Gromovs|Andrei Petrovich Gromov", "Vitālijs Bikovs|Vitaly Bykov"],
    "China": ["Lin Tse-hsu|Lin Zexu", "Xi Weiguo|Shi Weiguo"],
    "Germany": ["Dschasur Karimow|Jasur Karimov", "Jewgeni Bykow|Yevgeny Bykov"],
    "Greece": ["Ροχαν Παπαδόπουλος|Rohan Papadopoulos"],
    "Slips": [
        "Rohan Gajrea|Rohan Gajera",
        "Robret Fenwick|Robert Fenwick",
        "R0han Thap4r|Rohan Thapar",
        "Robett Fenwick|Robert Fenwick",
        "Pavel Dobrolzhuvsky|Pavel Dobroljubsky",
        "Rohan Bud Ha Thoki|Rohan Budhathoki",
        "Oleg Pet Rovich Bykov|Oleg Petrovich Bykov",
    ],
    "Second given name": ["Edgar Fenwick|John Edgar Fenwick", "Viktor Fenwick|Peter Viktor Marlow Fenwick"],
}
OTHERS = [
    "Harpreet Singh|Gurpreet Singh",
    "Mukesh Kumar|Mahesh Kumar",
    "Hiren Ashokbhai Patel|Ashokbhai Patel",
    "Rohan Karki|Sohan Karki",
    "Amandeep Kaur Gill|Amandeep Singh Gill",
    "Salim Ansari|Salam Ansari",
    "Abdul Hamid|Abdul Majid",
    "Mohammed Khan|Ahmed Khan",
    "Rohan Thapa|Rohan",
    "J. Singh|Jaspal Singh",
    "K. R. Varkey|P. J. Varkey",
    "Oleg Petrovich Bykov|Oleg Pavlovich Bykov",
    "Sergei Olegovich Bykov|Oleg Sergeyevich Bykov",
    "Ivan Petrov|Ivana Petrova",
    "Pavlo Kovalchuk|Pavlo Kovalenko",
    "José Pérez Gómez|José Pérez Quiroga",
    "Kasun Bandara|Kasun Herath",
    "Habib Ben Mohamed Haddad|Habib Ben Ahmed Haddad",
    "Chang Su Ha|Chang Chang Ha",
    "Khalifa bin Tariq|Tariq bin Khalifa",
    "Khalifa bin Tariq al-Haddad|Tariq bin Khalifa al-Haddad",
    "Rahul Dave|Rahul Gave",
    "Mohit Kashyap|Lohit Kashyap",
    "Carlos Ruiz Díaz|Juan Carlos Ruiz Díaz",
    "Dilip Thapa|Dilip Thapar",
    "Ajay Mehra|Ajay Mehta",
    "Pedro Ramírez|Pedro Ramos",
    "Mbaye Diop|Mbaye Diouf",
    "박서현|박서연",
    "Michael Gonzalez|Miguel Gonzalez",
    "Jagmeet Gill|Jasmeet Gill",
]


@pytest.mark.parametrize("pair", [pair for pairs in SAME.values() for pair in pairs])
def test_spellings_of_one_person(pair: str) -> None:
    one, other = pair.split("|")
    found = compare(one, other)
    assert found.same, found


@pytest.mark.parametrize("pair", OTHERS)
def test_relatives_and_namesakes_in_part_are_others(pair: str) -> None:
    one, other = pair.split("|")
    found = compare(one, other)
    assert not found.same, found


def test_it_says_why() -> None:
    assert compare("Rohan Thapa", "ROHAN  THAPA").why == ("written the same",)
    assert set(compare("Hemal Mangua", "Hemal Mangukia").why) == {"same: Hemal", "sounds alike: Mangua ~ Mangukia"}
    assert "initial: J ~ Jain" in compare("J. Kurien", "Jain Kurien").why
    assert "written together: Abdul Karim ~ Abdulkarim" not in compare("Abdul Karim", "Abdulkarim").why
    assert "written together: Ram Lal ~ Ramlal" in compare("Ram Lal Yadav", "Ramlal Yadav").why
    assert "parts in another order" in compare("Karki Rupak", "Rupak Karki").why
    assert "only in one: Kumar" in compare("Ram Kumar Negi", "Ram Negi").why
    assert "different: Fernando / Perera" in compare("Kasun Perera", "Kasun Fernando").why
    assert "one is a woman's name, the other a man's" in compare("Ivan Petrov", "Ivana Petrova").why
    assert compare("Rohan Thapa", "Bijay Oli").why == ("nothing in common",)
    assert compare("Bob Fenwick", "Robert Fenwick").why == ("short form: Bob ~ Robert", "same: Fenwick")
    assert compare("Robret Fenwick", "Robert Fenwick").why == (
        "letters changed places: Robert ~ Robret",
        "same: Fenwick",
    )
    assert compare("Rohan Gajrea", "Rohan Gajera").why == ("same: Rohan", "letters changed places: Gajera ~ Gajrea")
    assert "the same in another language: John ~ Juan" in compare("John Ruiz", "Juan Ruiz").why
    assert "other syllables" in compare("박서현", "박서연").why
    assert "written together: Pet Rov Sky ~ Petrovsky" in compare("Ilya Pet Rov Sky", "Ilya Petrovsky").why
    assert "father and child have changed places" in compare("Ali bin Omar", "Omar bin Ali").why
    assert compare("Lin Tse-hsu", "Lin Zexu").why == ("same: Lin", "sounds the same: Tse-hsu ~ Zexu")
    assert compare("President Rohan Thapa", "Rohan Rohan Thapa").why == ("same: Rohan", "same: Thapa")


def test_the_same_letters_come_before_the_same_sound() -> None:
    written, sounding = compare("Rohan Thapa", "Rohan Thapa"), compare("Rohan Thapa", "Rohan Tapa")
    assert written.score == 1.0 > sounding.score > 0.95


def test_real_pairs_are_told_as_promised() -> None:
    assert measure(real_pairs()).f1 >= 0.98


@pytest.mark.parametrize("held_out", [False, True])
def test_invented_people_are_told(held_out: bool) -> None:
    assert measure(invented_pairs(held_out=held_out)).f1 >= 0.95


def test_public_pairs_are_told() -> None:
    assert measure(public_pairs()).f1 >= 0.88


@given(st.text(), st.text())
def test_any_two_texts_compare_alike_both_ways(one: str, other: str) -> None:
    found = compare(one, other)
    assert found == compare(other, one)
    assert 0.0 <= found.score <= 1.0
    assert found.why


def test_very_long_texts_take_no_time() -> None:
    assert compare("ab" * 50_000, "ba" * 50_000).score < 1
    assert compare("Ram " * 20_000, "Rama " * 20_000).score < 1


@settings(max_examples=50)
@given(st.text())
def test_a_name_is_its_own_likeness(name: str) -> None:
    assert compare(name, name).score == 1.0


@given(st.sampled_from([pair.one for pair in real_pairs()]), st.sampled_from([pair.other for pair in real_pairs()]))
def test_the_kept_form_of_a_name_scores_about_as_the_name_does(one: str, other: str) -> None:
    ours, theirs = read(one)[0], read(other)[0]
    assert likeness(ours, of_folded(theirs.folded)) == pytest.approx(likeness(ours, theirs), abs=0.45)
