"""The words of replies in the languages that are read: what agrees, refuses, is polite, or only joins words.

A reply is sure only where every word of it stands here, so a word that may turn a sentence is left out.
Phrases are parted by commas; accents and apostrophes do not count (``l'option`` is ``l option``).
"I confirm" is in none: in many languages it may as well be said of a day on which they will.
"""

from collections.abc import Mapping

AGREEING: Mapping[str, str] = {
    "en": "happy to meet, i d be happy to meet, we d be happy to meet, fine, good, works, would work, "
    "will work, will be fine, will be great, will be perfect, could work for, work for, work well, "
    "works well, ok, okay, perfect, perfectly, great, excellent, yes, sure, suits, would suit, "
    "will suit, suits best, works best, best, i prefer, we prefer, would prefer, prefer, fits, "
    "would fit, confirmed, accept, take, choose, ideal, no problem, not a problem, no worries, "
    "sounds good, sounds great, sounds perfect, agreed, let s do, let us do, let s go with, go with, "
    "go for, i can do, we can do, i can make, we can make, i am free, i m free, we are free, we re free, "
    "i am available, i m available, we are available, we re available, it is then, it is, convenient, "
    "lovely, wonderful, that would be",
    "de": "passt perfekt, passt prima, passt wunderbar, passt, passt gut, passt mir, passt uns, "
    "wurde passen, gut, sehr gut, ja, gerne, gern, prima, perfekt, ok, okay, geht, ginge, geht klar, "
    "nehme, nehmen, wunderbar, bestens, kein problem, super, einverstanden, ware gut, ware super, "
    "ware perfekt, ware ideal, ideal, klappt, in ordnung",
    "fr": "convient, conviendrait, me convient, nous convient, parfait, parfaitement, oui, bien, "
    "tres bien, ok, d accord, me va, nous va, va bien, va tres bien, je prends, nous prenons, "
    "je choisis, c est bon, c est note, c est parfait, ca marche, entendu, pas de probleme, "
    "pas de souci, on prend, ce sera, volontiers, avec plaisir, ideal, impeccable, est bon, "
    "serait parfait, serait bien",
    "es": "bien, muy bien, perfecto, perfecta, perfectamente, ok, vale, de acuerdo, me va bien, "
    "nos va bien, me viene bien, nos viene bien, esta bien, me parece bien, estupendo, genial, "
    "sin problema, ideal, me quedo con, nos quedamos con, elijo, prefiero, preferimos, excelente, "
    "me conviene, nos conviene",
    "pt": "ficamos com, fico com, bom, boa, perfeito, perfeita, sim, ok, esta bom, esta bem, esta otimo, "
    "otimo, otima, pode ser, fica bom, fica otimo, combinado, sem problema, prefiro, funciona, "
    "de acordo, excelente, serve, me serve, esta perfeito, escolho, convem",
    "it": "bene, va bene, perfetto, perfetta, perfettamente, ok, d accordo, nessun problema, mi va bene, "
    "ci va bene, ottimo, benissimo, preferisco, preferiamo, andrebbe bene, scelgo, prendo, ideale",
    "nl": "goed, prima, ja, ok, oke, past, past goed, past mij, past ons, uitstekend, akkoord, "
    "geen probleem, perfect, lukt, graag, wel, komt goed uit, schikt, is goed, kies, neem, mooi, ideaal, "
    "kan wel, lukt wel",
    "no": "passer, passer bra, passer fint, bra, fint, ja, ok, greit, perfekt, gjerne, supert, flott, "
    "helt fint, ikke noe problem, den er god, passer utmerket, utmerket",
    "da": "passer, passer godt, passer fint, passer perfekt, godt, fint, ja, ok, perfekt, gerne, super, "
    "helt fint, i orden, intet problem",
    "sv": "passar, passar bra, passar fint, bra, fint, ja, ok, perfekt, garna, utmarkt, inget problem, "
    "gar bra, det gar bra, funkar, fungerar, valjer, tar",
    "fi": "sopii, sopii hyvin, hyva, hyvin, kylla, ok, joo, kay, kay hyvin, sopisi, mainio, loistava",
    "pl": "pasuje, dobrze, dobry, tak, ok, swietnie, idealnie, odpowiada, moze byc, wybieram, super, "
    "nie ma problemu, doskonale, bedzie dobrze",
    "ja": "お願いします, お願いいたします, お願い致します, お願いできますと幸いです, 大丈夫です, 大丈夫, "
    "で結構です, 希望, 希望します, 希望いたします, 希望です, がいいです, が都合がいいです, "
    "が都合が良いです, が良いです, がよいです, でいいです, 良いです, いいです, 可能です, 問題ありません, "
    "問題ないです, 問題ございません, 都合がいいです, 都合が良いです, 都合がよいです, 承知しました, "
    "承知いたしました, 了解しました, 了解です, 空いています, はい, 参加できます, 参加可能です, "
    "を希望します, を希望いたします, でお願いします, が大丈夫です, が可能です, が希望です",
    "zh": "可以, 好, 好的, 很好, 行, 没问题, 沒問題, 方便, 我选, 我們選, 选, 合适, 合適, 我方便",
    "ko": "좋습니다, 좋아요, 괜찮습니다, 괜찮아요, 가능합니다, 네, 부탁드립니다, 부탁합니다",
}
REFUSING: Mapping[str, str] = {
    "en": "not, no, cannot, can t, couldn t, won t, doesn t, don t, isn t, wouldn t, aren t, wont, "
    "doesnt, dont, isnt, cant, unable, unavailable, unfortunately, neither, nor, none, never, except, "
    "impossible, busy, conflict, conflicts, clash, clashes, decline, difficult, bad, booked, "
    "fully booked, away, out, nope, without, on leave, on holiday, on vacation, travelling, traveling, "
    "i m afraid, does not work, do not work, doesn t work, won t work, will not work, can t do, "
    "cannot do, can t make, cannot make, prefer not, not good, not fine, not ok, not possible, "
    "not available, not free, not suit, not convenient",
    "de": "nicht, kein, keine, keinen, keiner, leider, verhindert, unmoglich, ausser, weder, nein, "
    "schlecht, schwierig, im urlaub, abwesend, unterwegs, passt nicht, geht nicht, klappt nicht, "
    "nicht gut, absagen, weg",
    "fr": "pas, ne, n, impossible, malheureusement, aucun, aucune, sauf, ni, non, jamais, occupe, "
    "occupee, difficile, pas possible, pas libre, en conge, en deplacement, absent, absente, exclu, "
    "ne me convient pas, ne convient pas, ne va pas, ne me va pas, ne nous convient pas",
    "es": "no, imposible, ninguno, ninguna, tampoco, desgraciadamente, lamentablemente, nunca, ni, "
    "ocupado, ocupada, mal, me viene mal, no puedo, no podemos, no me va bien, no me viene bien, "
    "de vacaciones, excepto, salvo, menos",
    "pt": "nao, nenhum, nenhuma, impossivel, infelizmente, nunca, nem, ocupado, ocupada, nao da, "
    "nao posso, nao podemos, de ferias, exceto, menos, nao funciona, nao serve",
    "it": "non, nessuno, nessuna, impossibile, purtroppo, mai, ne, no, occupato, occupata, impegnato, "
    "impegnata, non posso, non possiamo, non va bene, in ferie, tranne, eccetto",
    "nl": "niet, geen, helaas, onmogelijk, nooit, nee, verhinderd, behalve, lukt niet, kan niet, "
    "past niet, lukt me niet, kan ik niet, komt niet uit, op vakantie",
    "no": "ikke, ingen, dessverre, umulig, nei, aldri, verken, opptatt, passer ikke, kan ikke, bortreist",
    "da": "ikke, ingen, desvaerre, umuligt, nej, aldrig, hverken, optaget, passer ikke, kan ikke",
    "sv": "inte, ingen, inget, tyvarr, omojligt, nej, aldrig, varken, ej, upptagen, passar inte, "
    "kan inte, gar inte, fungerar inte",
    "fi": "ei, en, eivat, valitettavasti, mahdoton, emme, ei sovi, ei kay, en paase",
    "pl": "nie, zaden, zadna, niestety, nigdy, nie pasuje, nie moge, nie odpowiada",
    "ja": "ない, ません, なく, 無理, 不可, 難し, 悪い, 悪く, 残念, だめ, ダメ, 厳し, 以外, 除, 避け, "
    "休み, 先約, 無理です, 難しいです, 難しい, 厳しいです, 厳しい, だめです, 悪いです, 都合が悪い, "
    "都合が悪いです, 都合がつきません, が都合がつきません, 行けません, 参加できません, 空いていません, "
    "できません, 埋まっています, 残念ながら, 不可です, 都合が悪く, 予定があります, 予定が入っています",
    "zh": "不, 没, 沒, 无法, 無法, 冲突, 衝突, 不行, 不可以, 不方便, 没空, 沒空, 没有时间",
    "ko": "안, 못, 없, 어렵, 불가, 안 됩니다, 어렵습니다, 불가능합니다",
}
COURTEOUS: Mapping[str, str] = {
    "en": "please, thanks, thank you, many thanks, thanks a lot, thank you very much, thank you so much, "
    "hi, hello, hey, dear, good morning, good afternoon, good evening, sorry for the delay, "
    "sorry for the late reply, looking forward to it, look forward to it, i look forward to it, "
    "looking forward to meeting you, looking forward to our call, looking forward to our meeting, "
    "looking forward to speaking, looking forward to talking, look forward to meeting you, see you then, "
    "see you, talk soon, speak soon, talk to you then, speak then, talk then, for the options, "
    "for the proposal, for the proposals, for the suggestions, for the times, for your mail, "
    "for your email, for your message, for getting in touch, for reaching out, for the invitation, "
    "for offering, for your offer, cheers, best regards, kind regards, regards, have a nice day, "
    "have a great day, i hope you are well, hope you are well, hope all is well, hope you re well",
    "de": "bitte, danke, vielen dank, herzlichen dank, besten dank, danke schon, dankeschon, hallo, "
    "guten tag, guten morgen, moin, lieber, liebe, sehr geehrte frau, sehr geehrter herr, frau, herr, "
    "ich freue mich, wir freuen uns, freue mich, freuen uns, ich freue mich darauf, "
    "ich freue mich auf das gesprach, bis dann, fur die vorschlage, fur die termine, "
    "fur die terminvorschlage, fur die nachricht, fur ihre nachricht, fur deine nachricht, fur die mail, "
    "fur ihre mail, fur deine mail, fur den vorschlag, fur das angebot, zunachst, viele grusse, "
    "beste grusse, gruss, grusse",
    "fr": "s il vous plait, svp, s il te plait, merci, merci beaucoup, merci bien, bonjour, bonsoir, "
    "cher, chere, madame, monsieur, pour votre message, pour ton message, pour votre mail, "
    "pour vos propositions, pour les propositions, pour ces propositions, pour votre proposition, "
    "a bientot, au plaisir, au plaisir de vous parler, bonne journee, bien cordialement, cordialement, "
    "bien a vous",
    "es": "por favor, gracias, muchas gracias, hola, buenos dias, buenas tardes, buenas, estimado, "
    "estimada, por el mensaje, por tu mensaje, por su mensaje, por las opciones, por las propuestas, "
    "por la propuesta, saludos, un saludo, hasta pronto, nos vemos, quedo a la espera",
    "pt": "por favor, obrigado, obrigada, muito obrigado, muito obrigada, ola, oi, bom dia, boa tarde, "
    "boa noite, prezado, prezada, caro, cara, pela mensagem, pelas opcoes, pelas propostas, "
    "pela proposta, abraco, abracos, ate la, ate breve",
    "it": "per favore, per cortesia, grazie, grazie mille, molte grazie, ciao, buongiorno, buonasera, "
    "salve, gentile, caro, cara, per il messaggio, per le proposte, per la proposta, per la mail, "
    "a presto, cordiali saluti, saluti, un saluto",
    "nl": "alstublieft, alsjeblieft, aub, svp, bedankt, dank, dank je, dank u, dank je wel, dank u wel, "
    "dankjewel, hartelijk dank, veel dank, hallo, hoi, dag, beste, goedemorgen, goedemiddag, goedendag, "
    "voor je mail, voor uw mail, voor de voorstellen, voor het voorstel, voor je bericht, "
    "voor uw bericht, tot dan, groet, groeten, groetjes",
    "no": "takk, tusen takk, mange takk, hei, hallo, god morgen, kjaere, hilsen, vi snakkes, vi ses, "
    "for forslagene, for meldingen, takk for mailen",
    "da": "tak, mange tak, tusind tak, hej, god morgen, kaere, hilsen, vi ses, vi tales ved, "
    "for forslagene, for mailen, for beskeden",
    "sv": "tack, tack sa mycket, tack snalla, hej, god morgon, basta, halsningar, vi hors, vi ses, "
    "for forslagen, for mejlet, for meddelandet",
    "fi": "kiitos, kiitoksia, paljon kiitoksia, hei, moi, terve, hyvaa huomenta, hyvaa paivaa, "
    "terveisin, ehdotuksista, viestista",
    "pl": "prosze, dziekuje, dziekujemy, dzieki, bardzo dziekuje, witam, czesc, dzien dobry, pozdrawiam, "
    "do zobaczenia, za propozycje, za wiadomosc",
    "ja": "ありがとうございます, ありがとうございました, お世話になっております, "
    "いつもお世話になっております, 大変お世話になっております, お世話になります, "
    "ご連絡ありがとうございます, ご連絡いただきありがとうございます, ご提案ありがとうございます, "
    "ご提案いただきありがとうございます, よろしくお願いします, よろしくお願いいたします, "
    "よろしくお願い致します, 宜しくお願いします, 宜しくお願いいたします, 宜しくお願い致します, "
    "どうぞよろしくお願いいたします, どうぞよろしくお願いします, 楽しみにしております, "
    "楽しみにしています, お疲れ様です, こんにちは, おはようございます, 日程のご提案ありがとうございます",
    "zh": "谢谢, 謝謝, 多谢, 您好, 你好, 期待, 请, 請",
    "ko": "감사합니다, 고맙습니다, 안녕하세요",
}
LINKING: Mapping[str, str] = {
    "en": "the, a, at, on, in, then, of, and, o clock, oclock, one, option, slot, proposal, suggestion, "
    "from the list",
    "de": "der, die, das, den, dem, am, um, uhr, und, dann, vorschlag, option, variante, im, also",
    "fr": "le, la, l, les, a, h, heures, heure, du, de, creneau, option, proposition, et, alors, donc, "
    "celui, celle, celui du, celle du",
    "es": "el, la, lo, a, las, los, de, del, y, opcion, propuesta, horas, h, entonces",
    "pt": "a, o, as, os, na, no, de, do, da, e, opcao, proposta, horas, h, feira, em, entao",
    "it": "il, la, lo, l, alle, le, ore, di, del, e, ed, opzione, proposta, allora, quella, quello",
    "nl": "de, het, om, op, en, uur, optie, voorstel, dan",
    "no": "den, det, pa, kl, klokken, klokka, og, alternativ, alternativet, forslag, da, i",
    "da": "den, det, pa, kl, klokken, og, alternativ, forslag, forslaget, da, i, for mig, for os",
    "sv": "den, det, pa, kl, klockan, och, alternativ, alternativet, forslag, forslaget, da, i",
    "fi": "klo, kello, ja, vaihtoehto, ehdotus, na, meille, minulle",
    "pl": "o, w, we, godz, godzinie, godzina, i, opcja, propozycja, mi, nam, na",
    "ja": "は, に, の, で, です, の方, のほう, を, 時, 時から, 候補, にて, 第, 目, 案, 番, 番目, の案, "
    "の候補, では, 曜日",
    "zh": "的, 那, 就, 吧, 在, 第, 号, 選項, 选项, 点, 點, 这个, 個, 个, 时间, 時間, 我, 我们, 我們",
    "ko": "은, 는, 이, 가, 에, 로, 으로, 시, 번, 요일",
}
"""May stand beside a slot that nothing else is said of; no noun of other meetings: "Good call on Monday"."""
FILLING: Mapping[str, str] = {
    "en": "i, we, that, this, is, would be, for me, for us, my, our, us, me, both of us, ll, will, s, m, "
    "re, am, are, very, really, quite, absolutely, it, let, be, let s, let us, here, suit, work, sorry, "
    "apologies",
    "de": "ich, wir, mir, uns, ist, sehr, ware, wurde, tut mir leid, entschuldigung, gut fur mich, "
    "gut fur uns, fur mich, fur uns, kann, konnen, hier, das",
    "fr": "je, j, nous, me, m, c, ca, cela, est, serait, va, tres, pour moi, pour nous, on, moi, desole, "
    "desolee",
    "es": "me, nos, esta, es, seria, muy, va, viene, yo, mi, nosotros, lo siento, disculpe, puedo, "
    "podemos, parece",
    "pt": "me, nos, esta, e, seria, muito, para mim, para nos, fica, eu, posso, podemos, da, desculpe",
    "it": "mi, ci, e, sarebbe, molto, va, per me, per noi, io, noi, mi dispiace, scusi",
    "nl": "ik, wij, we, mij, me, ons, is, heel, zou, kan, kunnen, goed uit, komt, uit, dat, mijn, sorry",
    "no": "for meg, for oss, jeg, vi, meg, oss, er, veldig, helt, kan, beklager, det er",
    "da": "for mig, for oss, jeg, vi, mig, os, er, meget, helt, kan, det er, beklager",
    "sv": "for mig, for oss, jag, vi, mig, oss, ar, mycket, helt, kan, det ar, ursakta",
    "fi": "minulle, meille, on, oikein, se, minulla, meilla, anteeksi, pahoittelut",
    "pl": "mi, nam, jest, bardzo, to, mnie, dla mnie, dla nas, ja, my, przepraszam",
    "ja": "私, 弊社, こちら, 当方, とても, なら, ならば, であれば, 申し訳ありません, 申し訳ありませんが, "
    "申し訳ございません, 申し訳ございませんが, すみません, すみませんが, 恐れ入りますが, 恐縮ですが",
    "zh": "我, 我们, 我們, 很, 对我, 對我, 比较",
    "ko": "저는, 저희는, 저, 매우",
}
"""May stand only beside what agrees or refuses."""
DOUBTING: Mapping[str, str] = {
    "en": "i take it, we take it, i m good, we re good, too good, all good, not great, no good",
}
"""Leave in doubt what words would say that agree by themselves."""
ASKING: Mapping[str, str] = {
    "en": "is it are does do can could would will shall may should",
    "de": "passt geht ist kann konnen ware klappt wurde",
    "nl": "past is kan kunnen schikt lukt zou",
    "no": "passer er kan",
    "da": "passer er kan",
    "sv": "passar ar kan gar funkar",
    "fi": "sopiiko onko kayko",
    "pl": "czy",
}
"""Before a slot at the start of a clause they make it a question, whatever sign stands at the end."""
BUT = (
    "but", "however", "aber", "doch", "dafur", "sondern", "mais", "pero", "sino", "mas", "ma", "maar", "men",
    "mutta", "vaan", "ale", "lecz",
)  # fmt: skip
PLEASE = (
    "please, thanks, thank you, many thanks, thank you very much, bitte, danke, vielen dank, merci, "
    "merci beaucoup, svp, s il vous plait, s il te plait, por favor, gracias, muchas gracias, obrigado, "
    "obrigada, per favore, grazie, grazie mille, alstublieft, alsjeblieft, aub, graag, bedankt, dank je, "
    "dank u, takk, tak, tack, tack snalla, kiitos, prosze, dziekuje, よろしくお願いします, "
    "よろしくお願いいたします, よろしくお願い致します, 宜しくお願いします, 宜しくお願いいたします, "
    "宜しくお願い致します, 谢谢, 謝謝, 请, 감사합니다"
)
"""May stand beside a bare slot; other courtesies stand alone: "Have a nice day on Tuesday" takes nothing."""
