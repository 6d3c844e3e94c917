"""What people's names are made of besides the name itself: titles, particles, common parts, families of spellings.

Every table is written in plain spellings and read by sound, so that other spellings of the same word count too.
"""

from __future__ import annotations

import re

from casefiles.names.romanise import romanise
from casefiles.names.sounds import sound


def _heard(words: str) -> frozenset[str]:
    return frozenset("".join(map(sound, romanise(word))).replace("A", "a") for word in words.split())


TITLES = frozenset(
    """shri shree sri shrimati smt mr mrs ms miss mx dr prof adv capt captain maj major col colonel lt sgt sergeant gen
    general pvt private cpl late sr sra srta dona senor senora haji hajji hajj alhaj alhaji maulana moulana
    maulvi mawlana mullah mulla mufti janab sir madame mme herr frau ustad ustaz martyr thiru tmt
    ayatollah rev fr pastor hon chief commander mister madam monsieur mademoiselle mlle senorita signor signora
    doctor doktor professor inspector constable corporal brigadier admiral president presidente prasident prezident
    minister ministro senator ambassador fnu lnu
    श्री श्रीमती डा""".split()
)
"""Words before a name that are no part of it, folded."""

ABBREVIATIONS = {
    **dict.fromkeys("md mohd moh muhd mhd মোঃ মো मो".split(), "mohammed"),
    **dict.fromkeys("mst mosa mossammat মোসাঃ মোছাঃ".split(), "mosammat"),
    "sk": "sheikh", "ch": "chaudhary", "kh": "khan", "abd": "abdul", "bdr": "bahadur", "kr": "kumar",
    "pd": "prasad", "sgh": "singh",
}  # fmt: skip
"""How some names are cut short in writing, folded."""

LINKS = frozenset("al el ul ur us uz ud ad ar as an ash y e wa bin ibn bint binti bte ben da do dos du".split())
"""Small words within a name, folded; left out in the middle of it."""

OF_FATHER = ("bin", "ben", "ibn", "bint")
"""Small words before the father's name, by sound."""

PREFIXES = frozenset(
    "al el as ash bin ibn de del della di da do dos du la las le los van von der den ter ten ole ould".split()
)
"""Small words before a part of a name, folded; left out wherever a part follows."""

COURTESIES = {"bhai": "m", "bhay": "m", "bhau": "m", "ben": "f", "behn": "f", "bahen": "f", "ji": "", "jee": "",
              "garu": "",
              "saheb": "m", "sahib": "m", "sab": "m"}  # fmt: skip
"""Words of courtesy after a name, folded, and whom they are said to."""

ALIASES = re.compile(r"\s+(?:alias|urf|@|a\.?k\.?a\.?|also known as|उर्फ|عرف)\s+", re.IGNORECASE)
"""What stands between two names of one person."""

BRACKETS = re.compile(r"[(\[«“\"]([^)\]»”\"]*)[)\]»”\"]")
"""A second name that stands within a first."""

PARENT = re.compile(r"\s+(?:[sdw][/.]o\.?|son of|daughter of|wife of|पुत्र|ولد)\s.*", re.IGNORECASE)
"""What tells whose child or wife somebody is; the name ends before it."""

CHILD_OF = {"uulu": "m", "ulu": "m", "oglu": "m", "ogly": "m", "ogli": "m", "ugli": "m", "ugly": "m",
            "kyzy": "f", "kizi": "f", "qizi": "f", "kyz": "f"}  # fmt: skip
"""Words that make the name before them the father's, and whose child that is."""

PATRONYMIC = re.compile(r"(?:[oe]vic|[oei]vna|i[nc]icna|iic|[oe]vicna)$")
"""How Russian fathers' names end, by sound."""

_COMMON = {
    0.05: "abdul abu",
    0.3: """mohammed singh kaur kumar kumari bahadur prasad lal syed sheikh begum بیگم bibi khatun khatoon devi md
    mohamed bai babu maya mosammat mst musammat haji don""",
    0.45: """khan خان ahmed ali hussain islam اسلام rahman uddin miah das ram raj akter akhtar اختر nath chand dev molla
    bano
    banu rao ullah raja mia sarkar chowdhury mirza hafiz beg bek بیگ shah شاہ mian میاں malik ملک sardar""",
}
COMMON = {said: weight for weight, words in _COMMON.items() for said in _heard(words)}
"""Parts so common that they tell little, and what each weighs beside a telling one."""

WOMEN = _heard(
    "kaur kumari begum bibi khatun khatoon devi ben behn bahen mosammat mst musammat maya bint binti bano banu"
)
MEN = _heard("singh kumar bahadur bhai md mohammed uddin prasad lal bin")
"""Parts that women or men bear; a woman may also be a Singh, but a Kaur and a Singh are two people."""

WRITTEN_ON = (
    (re.compile(r"^(m[ou]hamm?[ae]d|mhmd)(?!i?$)(.{3,})$"), r"mohammed \2"),
    (re.compile(r"^(.{4,})(rao|ravu)$"), r"\1 rao"),
    (re.compile(r"^(.{3,}?)k?(bha[iyu]|kumar|kumari|bahadur|prash?ad|singh|kaur)$"), r"\1 \2"),
    (re.compile(r"^(.{3,}[aeiou])(behn|ben|bahen)$"), r"\1 \2"),
    (re.compile(r"^abd[aeiou]{1,2}(?:l(?!l?[ao])|(?=[b-df-hjkmnp-tv-z]))(.{4,})$"), r"abdul \1"),
    (re.compile(r"^(.{3,}?)(?:[uo][lr])?(?<=l|r)(rahman|rehman|haq|haque|hoque|islam)$"), r"\1 \2"),
    (re.compile(r"^(.{2,})(?:[aeiou]dd|ud)[aeiou]+ne?$"), r"\1uddin"),
)
"""Parts that some write onto a name, and as what it is read: as words of their own, or in one spelling."""

FAITH = re.compile(r"(?<=\w)[\s-]+(?:ud|ad|ed|al|el|id|od)[\s-]*d(?:i|ee)ne?\b", re.IGNORECASE)
"""How “of the faith” is written apart from a name, as in Saif al-Din, which is Saifuddin."""

_WADE_GILES = """
    chang zhang chao zhao chen zhen cheng zheng chi ji chia jia chiang jiang chieh jie chien jian chih zhi chin jin
    ching jing chiu jiu cho zhuo chou zhou chu zhu chuan zhuan chun jun chung zhong hsi xi hsia xia hsiang xiang
    hsiao xiao hsieh xie hsien xian hsin xin hsing xing hsiu xiu hsiung xiong hsu xu hsuan xuan hsueh xue hsun xun
    jen ren jung rong ju ru kang gang kao gao kuan guan kuang guang kuei gui kung gong kuo guo pai bai pao bao pei
    bei pi bi piao biao pin bin ping ping po bo shih shi ssu si szu si ta da tai tai tao dao te de teng deng ti di
    tien dian ting ding tsai zai tsao zao tse ze tseng zeng tso zuo tsu zu tsung zong tu du tuan duan tung dong tzu
    zi
""".split()
WADE_GILES = dict(zip(_WADE_GILES[::2], _WADE_GILES[1::2], strict=True))
"""Chinese syllables as Taiwan and old books write them, and as China does."""

TWO_SYLLABLES = re.compile(r"\b([a-z]{2,6})-([a-z]{2,6})\b", re.IGNORECASE)
"""A given name of two syllables with a hyphen between them, as Chinese and Korean ones are written."""

LINKED = re.compile("(?<=..)[uo](?:l|r)$")
LINKED_TO = _heard("haq haque hoque islam alam karim hasan amin huda hai bari kabir rahman rehman reza")
UNLINKED = _heard("abdul rasul maqbul gul rahul nakul atul mukul babul zahur mansur nur")
"""What is left out of Shafiqul Islam, before which words, and where it belongs to the name."""

_FAMILIES = """
mohammed mohammad muhammad mohamed mohamad muhammed mohammod muhammet muhamad mohamet mehmet mehmed mukhammad mukhammed
  mukhamed magomed muhammadu maxamed mohmd mahammad mahamed mahamad mohummad muhamed mohmed mohmad
  mahomed mamadou mamadu محمد মোহাম্মদ মুহাম্মদ
syed sayed saiyed sayyed sayyid sayid seyed seyyed saiyid saiyad سید সৈয়দ
sheikh shaikh shaik sheik sekh shekh sheykh cheikh sheekh شیخ
chaudhary chaudhry choudhary chowdhury choudhury chaudhari chaudhuri choudhry chowdhary chaudhri chawdhury چوہدری چودھری
hussain husain hossain hossen hosen husen hussein hussien hosein huseyin husayn hosain hocine houcine hussen حسین
ahmed ahmad ahamed ahammed ahamad ahmet akhmed akhmad axmad axmed akhmat ahmadu amadou احمد
abdul abdel abdal abdoul abdool abdol abdur abdus abduz abdun abdud abd عبد
ali aly alee علی
yusuf یوسف yousuf yousef youssef yusef yousaf yusup yusif youssouf
usman osman othman عثمان uthman ousmane ousman usmon osmane
umar omar oumar عمر omer umer umaru
ibrahim ebrahim ابراہیم ibraheem brahim ibragim ibrohim
ismail esmail اسماعیل ismael ismayil ismoil smail
rahman rehman rahaman رحمان رحمن rohoman raxmon rakhmon rahmon rakhman
rahim raheem rohim raxim rakhim
hasan hassan hasson khasan xasan
husniddin husnuddin
uddin eddine addin udin eddin iddin الدين
ullah allah ulla ollah ulloh
zaman jaman uzzaman
fatima fatema fatma fatimah fatoumata
khadija khadeeja hatice khadidja
lakshman laxman lachhman lachman luxman
lakshmi laxmi lachmi luxmi
krishna krushna krisna
shiva siva shiv siv
vishnu bishnu
narayan narain narayana
surya suria
ishwar ishwor eshwar eswar iswar
alexander aleksandr alexandr oleksandr aleksander alyaksandr alexandre iskander
alexei alexej aleksej aleksei aleksey alexey oleksiy oleksii aliaksei alexi
alexandra aleksandra oleksandra
vladimir volodymyr uladzimir wladimir volodimir
vladislav vladyslav wladislaw
vyacheslav viacheslav wjatscheslaw vjaceslav vyatcheslav
yaroslav jaroslav jaroslaw
sergei sergey sergejs serhiy serhii sergii siarhei sergej serguei sergiy
nikolai nikolay nikolajs mykola mikalai nikolaj
dmitry dmitri dmitrij dmytro dzmitry dimitri dmitriy dmitrii
andrei andrey andrejs andriy andrii andrej
evgeny jewgeni jewgenij jevgeni evgenij yevgeny yevgeniy evgeniy yevhen yauhen evgenii yevgenii evgeni evgueni
mikhail mykhailo michail mihail mykhaylo
vasily wassili vasilij vasyl vasiliy vasilii
yuri juri jurij yury yuriy iurii yurii
pavel pavlo
grigory hryhoriy grigoriy hryhorii grigorii
viktor victor
anatoly anatoliy anatolii
vitaly vitaliy vitalii
elena jelena yelena olena
ekaterina jekaterina yekaterina kateryna
natalia nataliya natalya nataliia
artem artyom artiom
fedor fyodor fiodor
semyon semen
petr pyotr petro piotr
giorgi georgi george georgy heorhiy georgiy
joseph josef yosef jozef
john jhon jon
jonathan jonathon johnathan
catherine katherine kathryn katharine katarina
stephen steven stephan
philip phillip filip
jeffrey geoffrey
mikael michael mikhael
rao ravu rav
diallo jallow jalloh
mukherjee mukhopadhyay mukherji mookerjee মুখোপাধ্যায় মুখার্জি
chatterjee chattopadhyay chatterji চট্টোপাধ্যায় চ্যাটার্জি
banerjee bandyopadhyay bandopadhyay banerji বন্দ্যোপাধ্যায় ব্যানার্জি
ganguly gangopadhyay গঙ্গোপাধ্যায়
bhuiyan bhuiya bhuyan bhuyia bhuyian ভূঁইয়া
singh sing sinh सिंह ਸਿੰਘ سنگھ
kim gim
park bak pak
lee yi rhee
choi choe
"""
FAMILIES = {
    "".join(map(sound, romanise(spelling))): sound(family[0])
    for family in (line.split() for line in _FAMILIES.replace("\n  ", " ").splitlines() if line)
    for spelling in family
}
"""Spellings of one name that do not sound alike, by sound, and the one that stands for them."""

TELLING_ENDINGS = tuple(sound(ending) for ending in "enko chuk czyk ski shvili dze yan ian ovich mon mol".split())
"""Endings of surnames that are two where these differ."""


def _longest_first(words: str) -> tuple[str, ...]:
    return tuple(sorted(_heard(words), key=len, reverse=True))


SHARED_ENDINGS = _longest_first(
    """preet pal deep dip jit jeet winder vinder vindar inder indar indra endra esh eshwar nath chand chandra prakash
    kanta kant bhan brata moy moyi mohan uddin ullah uzzaman rahman bek bay jan khan boy gul lan anand raj raja lal das
    dev deva ram gopal krishna krishnan narayana samy swamy moorthy murthy kumaran ganesan sivam nathan rajan lingam mon
    joy singhe sinha ratne ratna wardena vardhana sekara nayake weera tunga kody mariam medhin iah enko chuk ovski owski
    priya wati vati lata ov ev ova eva in ina yan shvili dze escu ova oglu zade zoda ur pati vada ovna evna ovich evich
    bachan baksh charan"""
)
"""What many names end in, longest first; two that share it are told apart by what stands before."""

SHARED_BEGINNINGS = _longest_first(
    "gebre haile wolde tekle oluwa chukwu muthu venkata satya lakshmi surya jaya wijaya weera kipche chandra indra"
)
"""What many names begin with, longest first; two that share it are told apart by what follows."""

LEFT_OUT = _heard("bek bay jon jan khon xon boy beg zoda zade zadeh ov ev ova eva oluwa chukwu olu")
"""Beginnings and endings that one writer gives and another does not."""

LETTERS = {
    sound(name): letter
    for names, letter in (
        ("bi", "b"), ("si", "c"), ("di", "d"), ("ef", "f"), ("eph", "f"), ("ji", "g"), ("ech", "h"), ("aich", "h"),
        ("je", "j"), ("ke", "k"), ("el", "l"), ("em", "m"), ("en", "n"), ("pi", "p"), ("kyu", "k"), ("ar", "r"),
        ("es", "s"), ("ti", "t"), ("vi", "v"), ("dabliyu", "v"), ("dablyu", "v"), ("eks", "x"), ("vai", "i"),
        ("zed", "z"), ("jed", "z"), ("ei", "a"), ("ai", "i"), ("yu", "u"), ("o", "o"), ("kesi", "kc"), ("bike", "bk"),
    )
    for name in names.split()
}  # fmt: skip
"""How the names of Latin letters sound where a name in another script spells out its initials."""
