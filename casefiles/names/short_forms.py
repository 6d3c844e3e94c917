"""What bearers of a name are called for short, and what they are called in other languages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations

from casefiles.names.customs import FAMILIES
from casefiles.names.sounds import sound

_SHORT = """
theodore ted teddy theo
barack barry
lawrence larry
harold harry hal
henry harry hank
gerald gerry jerry
timothy tim timmy
ronald ron ronnie
raymond ray
leonard leo len lenny
frederick fred freddie
gregory greg
kenneth ken kenny
philip phil
peter pete
vincent vince
walter walt
zachary zach
nathaniel nate nathan
abraham abe
arthur art
gabriel gabe
jacob jake
jeffrey jeff
dorothy dot dottie
frances fran
deborah debbie deb
pamela pam
judith judy
sarah sally
victoria vicky
virginia ginny
william bill billy will willy liam
robert bob bobby rob robbie
richard dick rick ricky rich
michael mike mick mickey
james jim jimmy jamie
john jack johnny
joseph joe joey
charles charlie chuck
thomas tom tommy
edward ed eddie ted ned
anthony tony
daniel dan danny
david dave
steven steve
matthew matt
christopher chris kit
nicholas nick
benjamin ben benny bibi
samuel sam sammy
andrew andy drew
alexander alex sasha sanya xander alik
elizabeth liz beth betty lisa lizzie
catherine kate katie kathy cathy
margaret maggie meg peggy
patricia pat patty
rebecca becky
susan sue
jennifer jen jenny
jonathan jon jonny
kathleen kath
francisco paco pancho
jose pepe
ignacio nacho
jesus chucho
guillermo memo
eduardo lalo
enrique quique
roberto beto
rafael rafa
manuel manolo manny
fernando nando
santiago santi
guadalupe lupe
dolores lola
concepcion concha conchita
luis lucho
dmitry dima mitya
sergei seryozha
vladimir vova volodya
mikhail misha
evgeny zhenya
nikolai kolya
ivan vanya
pavel pasha
alexei alyosha lyosha
yuri yura
ekaterina katya
maria masha
natalia natasha
elena lena
anna anya
tatiana tanya
svetlana sveta
anastasia nastya
konstantin kostya
boris borya
grigory grisha
anatoly tolya
vyacheslav slava
vladislav vlad
stanislav stas
vasily vasya
viktor vitya
nadezhda nadya
olga olya
galina galya
irina ira
ludmila lyuda
sofia sonya
valentina valya
valery valera
valeria lera
victoria vika
daria dasha
yulia yulya
fedor fedya
gennady gena
leonid lenya
semyon syoma
artem tyoma
roman roma
arkady arkasha
oksana ksyusha
mohammed mo
abdul abdu
ifeoma ify
chukwuemeka emeka
temitope temi tope
babatunde tunde
oluwaseun seun
antonio tono toni
mercedes meche
rosario charo
graciela chela
isabel chabela isa
gabriel gabo
alejandro ale jano
maximiliano maxi
cristian cris
"""
_LANGUAGES = """
john juan jean joao giovanni johann ivan
joan juana jeanne giovanna joanna
michael miguel michel mikhail
peter pedro pierre pietro petr
paul pablo paolo pavel
joseph jose giuseppe yusuf
james jaime jacques giacomo
charles carlos carlo karl
henry henri enrique enrico heinrich
william guillermo guillaume wilhelm
louis luis luigi
george jorge georges georg
francis francisco francesco francois franz
andrew andres andre andrei andreas
nicholas nicolas nikolai
stephen esteban etienne stefan stepan
anthony antonio antoine anton
alexander alejandro alessandro
frederick friedrich federico frederic
lawrence lorenzo laurent
matthew mateo matthieu matvei matteo
mark marcos marco marc
philip felipe philippe filippo
vincent vicente vincenzo
edward eduardo edouard
robert roberto
richard ricardo
thomas tomas tommaso
gregory gregorio grigory
eugene eugenio evgeny
theodore teodoro fyodor
catherine catalina caterina ekaterina
elizabeth isabel elizaveta
mary maria marie maryam
helen elena helene
margaret margarita marguerite
abraham ibrahim
david daud
solomon sulaiman
jacob yaqub
isaac ishaq
moses musa
"""


def _lines(table: str) -> list[list[str]]:
    """Return the sounds of the names in each line of a table."""
    return [[FAMILIES.get(said, said) for said in map(sound, line.split())] for line in table.splitlines() if line]


def _either_way(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    beside: dict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        beside[one].add(other)
        beside[other].add(one)
    return {name: frozenset(others) for name, others in beside.items()}


SHORT_FORMS = _either_way((whole, short) for whole, *shorts in _lines(_SHORT) for short in shorts)
"""For each name what its bearers are called for short, and for each short name what it may stand for."""

IN_OTHER_LANGUAGES = _either_way(pair for forms in _lines(_LANGUAGES) for pair in combinations(forms, 2))
"""For each name the forms it has in other languages."""
