"""Names of many scripts read aloud."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefiles.names.romanise import romanise

READ = {
    # `A` is perhaps a vowel; V, W, Y and L stand for vowels that are not written
    "रोहन मांझी": "rohAn manjhi",
    "विकास यादव": "vikas yadAv",
    "कृष्ण": "krishnA",
    "ज़ाकिर ख़ान": "zakir khan",
    "तामाङ": "tamang",
    "હસમુખ વેકરિયા": "hAsAmukh vekAriya",
    "ਗੁਰਬਚਨ ਸਿੰਘ": "gurAbAchAn singh",
    "রহিম উদ্দিন": "rAhim uddin",
    "ইয়াকুব": "iyakub",
    "যাদব": "jadAb",
    "முருகன்": "murugan",
    "கந்தசாமி": "kandasami",
    "பச்சையப்பன்": "pacchaiyappan",
    "தமிழ்": "tamizh",
    "వెంకట": "venkata",
    "രാമൻ": "raman",
    "കുര്യൻ": "kuryan",
    "അനിഴം": "anizham",
    "රොහාන් පෙරේරා": "rohan perera",
    "බණ්ඩාර": "bandara",
    "ಬಸವ": "basava",
    "محمد": "mhmd",
    "عبدالرحمن": "Vbdl rhmn",
    "يوسف": "YWsf",
    "الخطيب": "khtYb",
    "فاطمه": "fLtmV",
    "Сергей": "sergei",
    "Щербаков": "shcherbakov",
    "Тхапа": "thapa",
    "Джагмит": "jagmit",
    "Жээнбек": "zheenbek",
    "Ҷамшед": "jamshed",
    "Γιώργος": "giorgos",
    "გიორგი": "giorgi",
    "Արամ": "aram",
    "김민준": "gim minjun",
    "José Núñez": "jose nunez",
    "Şükrü": "sukru",
    "Əliyev": "aliyev",
    "Ɗanladi": "danladi",
}


@pytest.mark.parametrize(("written", "read"), READ.items())
def test_a_name_is_read_by_the_rules_of_its_script(written: str, read: str) -> None:
    assert " ".join(romanise(written)) == read


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    assert all(isinstance(word, str) and " " not in word for word in romanise(text))
