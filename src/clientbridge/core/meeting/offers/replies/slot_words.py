"""How the slots of an offer are called and counted in words, in the languages that are read; folded."""

from collections.abc import Mapping

SLOT_WORDS = (
    "option|slot|number|no|nr|num|numero|nummer|choice|choix|variante|termin|vorschlag|opcion|opcao|opzione|"
    "optie|alternativ|alternativet|proposition|creneau|propuesta|proposta|voorstel|forslag|vaihtoehto|opcja"
)
ORDINALS: Mapping[int, str] = {
    1: "first, erste, ersten, erster, premier, premiere, primero, primera, primeiro, primeira, primo, "
    "prima opzione, prima proposta, eerste, forste, forsta, ensimmainen, pierwszy, pierwsza, 一番目, "
    "最初, 1番目, 1番, 1つ目, 一つ目, 第一, 第一希望, 第一候補, 第1候補, 第一个, 첫 번째",
    2: "second, zweite, zweiten, zweiter, deuxieme, seconde, segundo, segunda opcion, segunda propuesta, "
    "segunda opcao, segunda proposta, segunda alternativa, secondo, seconda, tweede, andre, anden, "
    "andra, toinen, drugi, druga, 二番目, 2番目, 2番, 2つ目, 二つ目, 第二, 第二希望, 第二候補, 第2候補, "
    "第二个, 두 번째",
    3: "third, dritte, dritten, dritter, troisieme, tercero, tercera, terceiro, terceira, terzo, terza, "
    "derde, tredje, kolmas, trzeci, trzecia, 三番目, 3番目, 3番, 3つ目, 三つ目, 第三, 第三希望, "
    "第三候補, 第3候補, 第三个, 세 번째",
}
SECOND_OR_MONDAY = "segunda"
"""Where a language calls Monday so, it counts nothing by itself."""
LAST = (
    "last, letzte, letzten, letzter, dernier, derniere, ultimo, ultima, laatste, siste, sidste, sista, "
    "viimeinen, ostatni, ostatnia, 最後"
)
CARDINALS: Mapping[int, str] = {
    1: "one eins un une uno una um uma een en ett yksi jeden",
    2: "two zwei deux dos dois duas due twee to tva kaksi dwa",
    3: "three drei trois tres tre drie kolme trzy",
}
"""Only after the word for a slot."""
MORNING = "morning, vormittag, vormittags, matin, ochtend, mattina, 午前, 上午"
AFTERNOON = "afternoon, nachmittag, nachmittags, apres-midi, apres midi, middag, pomeriggio, 午後, 下午"
COUNTED = (
    "one, time, date, day, meeting, appointment, choice, termin, terminvorschlag, rendez-vous, "
    "rendez vous, choix, cita, fecha, data, dia, giorno, keuze, tijd, datum, tijdstip, mulighed, tiden, "
    "aika"
)
"""What may follow a word that counts: the second date."""
