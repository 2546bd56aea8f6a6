"""The words of replies in the languages that are read: refusals, doubts, agreement, and counting.

Written without accents and in small letters, as they are compared.
"""

from collections.abc import Mapping

REFUSING: Mapping[str, str] = {
    "en": "not no cannot cant couldnt wont doesnt dont isnt wouldnt unable unavailable unfortunately neither "
    "none never except impossible busy conflict conflicts decline difficult bad booked away nope without",
    "de": "nicht kein keine keinen keiner leider verhindert unmoglich ausser weder nein schlecht schwierig",
    "fr": "pas ne n impossible malheureusement aucun aucune sauf ni non jamais occupe occupee difficile",
    "es": "no imposible ninguno ninguna tampoco desgraciadamente lamentablemente nunca ni ocupado ocupada",
    "pt": "nao nenhum nenhuma impossivel infelizmente nunca nem ocupado ocupada",
    "it": "non nessuno nessuna impossibile purtroppo mai ne no occupato occupata",
    "nl": "niet geen helaas onmogelijk nooit nee verhinderd behalve",
    "no": "ikke ingen dessverre umulig nei aldri verken opptatt",
    "nb": "ikke ingen dessverre umulig nei aldri verken opptatt",
    "da": "ikke ingen desvaerre umuligt nej aldrig hverken optaget",
    "sv": "inte ingen inget tyvarr omojligt nej aldrig varken ej upptagen",
    "fi": "ei en eivat valitettavasti mahdoton",
    "pl": "nie zaden zadna niestety nigdy",
    "ja": "ない ません なく 無理 不可 難し 悪い 悪く 残念 だめ ダメ 厳し",
    "zh": "不 没 沒 无法 無法 冲突 衝突",
    "ko": "안 못 없 어렵 불가",
}
AGREEING: Mapping[str, str] = {
    "en": "fine good works work ok okay perfect great yes suits suit best prefer fit fits confirm confirmed "
    "accept take choose please ideal",
    "de": "passt gut ja gerne prima perfekt ok geht bestatige nehme",
    "fr": "convient parfait oui bien ok va confirme prends",
    "es": "bien perfecto si ok vale confirmo va",
    "pt": "bom perfeito sim ok confirmo pode",
    "it": "bene perfetto si ok va confermo",
    "nl": "goed prima ja ok past uitstekend akkoord",
    "no": "passer bra fint ja ok greit perfekt",
    "nb": "passer bra fint ja ok greit perfekt",
    "da": "passer godt fint ja ok perfekt",
    "sv": "passar bra fint ja ok perfekt",
    "fi": "sopii hyvin kylla ok",
    "pl": "pasuje dobrze tak ok",
    "ja": "お願い 大丈夫 結構 はい 希望 いい 良い 可能",
    "zh": "可以 好 行 没问题 沒問題",
    "ko": "좋 네 괜찮 가능",
}
DOUBTING: Mapping[str, str] = {
    "en": "maybe perhaps might unless if instead probably possibly or either rather tentative "
    "tentatively propose",
    "de": "vielleicht eventuell falls wenn oder stattdessen eher vermutlich",
    "fr": "peut-etre si ou plutot eventuellement",
    "es": "quiza quizas tal o mejor",
    "pt": "talvez se ou",
    "it": "forse se oppure o magari",
    "nl": "misschien of als liever",
    "no": "kanskje hvis eller",
    "nb": "kanskje hvis eller",
    "da": "maske hvis eller",
    "sv": "kanske om eller",
    "fi": "ehka tai jos",
    "pl": "moze lub albo jesli",
    "ja": "かもしれ または もし か、",
    "zh": "也许 或者 可能",
    "ko": "아마 또는 만약",
}
BUT = frozenset(
    [
        "but",
        "however",
        "aber",
        "doch",
        "mais",
        "pero",
        "mas",
        "ma",
        "maar",
        "men",
        "mutta",
        "ale",
        "dafur",
        "dafür",
    ]
)
HARMLESS = (
    "no problem", "not a problem", "no worries", "why not", "kein problem", "pas de probleme", "pas de souci",
    "sin problema", "sem problema", "nessun problema", "non c'e problema", "geen probleem",
    "ikke noe problem", "inget problem", "没问题", "沒問題", "問題ありません", "問題ない", "問題ございません",
)  # fmt: skip
"""What agrees by refusing."""
SLOT_WORDS = (
    "option|slot|number|no|nr|num|numero|nummer|choice|choix|variante|termin|vorschlag|opcion|opcao|opzione|"
    "optie|alternativ|alternativet|proposition|creneau|propuesta|time"
)
ORDINALS: Mapping[int, str] = {
    1: "first 1st erste ersten erster premier premiere 1er 1re primero primera primeiro primeira primo "
    "eerste forste forsta ensimmainen pierwszy pierwsza 一番目 最初 1番 1つ目 一つ目 第一",
    2: "second 2nd zweite zweiten zweiter deuxieme seconde 2e 2eme segundo segunda secondo seconda tweede "
    "andre anden andra toinen drugi druga 二番目 2番 2つ目 二つ目 第二",
    3: "third 3rd dritte dritten dritter troisieme 3e 3eme tercero tercera terceiro terceira terzo terza "
    "derde tredje kolmas trzeci trzecia 三番目 3番 3つ目 三つ目 第三",
}
LAST = frozenset(
    [
        "last",
        "letzte",
        "letzten",
        "dernier",
        "derniere",
        "ultimo",
        "ultima",
        "laatste",
        "siste",
        "sidste",
        "sista",
        "最後",
    ]
)
