"""What bearers of a name are called for short."""

from __future__ import annotations

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
mohammed mo
abdul abdu
"""
_SAID_SHORT = [
    (FAMILIES.get(whole, whole), FAMILIES.get(short, short))
    for whole, *shorts in (list(map(sound, line.split())) for line in _SHORT.splitlines() if line)
    for short in shorts
]
SHORT_FORMS: dict[str, frozenset[str]] = {
    one: frozenset(
        {short for whole, short in _SAID_SHORT if whole == one}
        | {whole for whole, short in _SAID_SHORT if short == one}
    )
    for pair in _SAID_SHORT
    for one in pair
}
"""For each name what its bearers are called for short, and for each short name what it may stand for."""
