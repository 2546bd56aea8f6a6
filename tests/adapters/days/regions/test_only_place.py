"""Places by the names that people type: countries in their own words, their parts, big cities, and slips."""

import pytest

from clientbridge.adapters.days.regions.only_place import only_place
from clientbridge.core.errors import UnknownNameError

NAMES = """
    England = GB-ENG; Scotland = GB-SCT; Wales = GB-WLS; Northern Ireland = GB-NIR; Dubai = AE-DU;
    Abu Dhabi = AE-AZ; Sharjah = AE-SH; Bavaria = DE-BY; Bayern = DE-BY; Saxony = DE-SN;
    Sachsen = DE-SN; Berlin = DE-BE; Munich = DE-BY; München = DE-BY; Hamburg = DE-HH;
    Frankfurt = DE-HE; Cologne = DE-NW; Québec = CA-QC; Quebec = CA-QC; Ontario = CA-ON;
    Toronto = CA-ON; Montreal = CA-QC; Vancouver = CA-BC; British Columbia = CA-BC; 上海 = CN-SH;
    北京 = CN-BJ; Shanghai = CN-SH; Beijing = CN-BJ; Shenzhen = CN-GD; Guangdong = CN-GD;
    Sao Paulo = BR-SP; São Paulo = BR-SP; Rio de Janeiro = BR-RJ; Bahia = BR-BA; Kiritimati = KI-L;
    North Dakota = US-ND; Fargo = US-ND; Texas = US-TX; California = US-CA; New York = US-NY;
    San Francisco = US-CA; Los Angeles = US-CA; Chicago = US-IL; Hawaii = US-HI; Honolulu = US-HI;
    Puerto Rico = PR; Catalonia = ES-CT; Catalunya = ES-CT; Cataluña = ES-CT; Barcelona = ES-CT;
    Madrid = ES-MD; Basque Country = ES-PV; Euskadi = ES-PV; Andalusia = ES-AN; Andalucía = ES-AN;
    Galicia = ES-GA; Tokyo = JP-13; 東京 = JP-13; Osaka = JP-27; 大阪 = JP-27; Kyoto = JP-26;
    Hokkaido = JP-01; Bangalore = IN-KA; Bengaluru = IN-KA; Mumbai = IN-MH; Bombay = IN-MH;
    Delhi = IN-DL; Hyderabad = IN-TS; Chennai = IN-TN; Kerala = IN-KL; Maharashtra = IN-MH;
    Tamil Nadu = IN-TN; Kolkata = IN-WB; Sydney = AU-NSW; Melbourne = AU-VIC; Queensland = AU-QLD;
    Perth = AU-WA; Tasmania = AU-TAS; Auckland = NZ-AUK; Wellington = NZ-WGN;
    Chatham Islands = NZ-CIT; Flanders = BE-VLG; Vlaanderen = BE-VLG; Wallonia = BE-WAL;
    Wallonie = BE-WAL; Brussels = BE-BRU; Bruxelles = BE-BRU; Antwerp = BE-VAN; Zurich = CH-ZH;
    Zürich = CH-ZH; Geneva = CH-GE; Genève = CH-GE; Ticino = CH-TI; Basel = CH-BS; Vienna = AT-9;
    Wien = AT-9; Tyrol = AT-7; Tirol = AT-7; South Tyrol = IT-BZ; Lombardy = IT-25;
    Lombardia = IT-25; Milan = IT-MI; Milano = IT-MI; Rome = IT-RM; Sicily = IT-82; Paris = FR-75C;
    Alsace = FR-6AE; Brittany = FR-BRE; Bretagne = FR-BRE; Corsica = FR-COR; Amsterdam = NL-NH;
    Rotterdam = NL-ZH; Lisbon = PT-11; Lisboa = PT-11; Porto = PT-13; Madeira = PT-30;
    Azores = PT-20; Warsaw = PL-14; Kraków = PL-12; Stockholm = SE-AB; Copenhagen = DK-84;
    København = DK-84; Oslo = NO-03; Helsinki = FI-18; Moscow = RU-MOW; Москва = RU-MOW;
    Istanbul = TR-34; İstanbul = TR-34; Riyadh = SA-01; Cairo = EG-C; Lagos = NG-LA;
    Nairobi = KE-30; Cape Town = ZA-WC; Johannesburg = ZA-GP; Mexico City = MX-DIF;
    Jalisco = MX-JAL; Buenos Aires = AR-C; Bogotá = CO-DC; Lima = PE-LMA; Jakarta = ID-JK;
    Bali = ID-BA; Manila = PH-00; Bangkok = TH-10; Hanoi = VN-HN; Ho Chi Minh City = VN-SG;
    Saigon = VN-SG; Kuala Lumpur = MY-14; Sabah = MY-12; Penang = MY-07; Seoul = KR-11; 서울 = KR-11;
    Hong Kong = HK; Macau = MO; Deutschland = DE; Österreich = AT; Schweiz = CH; Suisse = CH;
    Svizzera = CH; España = ES; Italia = IT; Belgique = BE; België = BE; Nederland = NL;
    Holland = NL; Brasil = BR; 日本 = JP; 中国 = CN; 中國 = CN; 대한민국 = KR; 한국 = KR; Россия = RU;
    Україна = UA; Ελλάδα = GR; الإمارات العربية المتحدة = AE; السعودية = SA; مصر = EG; ישראל = IL;
    भारत = IN; ประเทศไทย = TH; ไทย = TH; Việt Nam = VN; Türkiye = TR; Turkey = TR; Sverige = SE;
    Norge = NO; Danmark = DK; Suomi = FI; Polska = PL; Česko = CZ; Magyarország = HU; Éire = IE;
    México = MX; Perú = PE; Eesti = EE; Lietuva = LT; Latvija = LV; Hrvatska = HR; Ísland = IS;
    U.S. = US; America = US; UK = GB; Great Britain = GB; Ivory Coast = CI; Cape Verde = CV;
    Burma = MM; Czech Republic = CZ; South Korea = KR; Georgia = GE; Jersey = JE; Guernsey = GG;
    Isle of Man = IM; Greenland = GL; Faroe Islands = FO; Gibraltar = GI
"""
SLIPS = """
    Germny = DE; Frnace = FR; Untied States = US; Brazl = BR; Phillipines = PH;
    Switzerlnd = CH; Netherland = NL; Englnd = GB-ENG; Scotlnd = GB-SCT; Bavria = DE-BY;
    Catalonya = ES-CT; Shanghia = CN-SH; Duabi = AE-DU
"""


def rows(table: str) -> list[tuple[str, str]]:
    pairs = (entry.split(" = ") for entry in table.strip().replace("\n", " ").split(";"))
    return [(name.strip(), code.strip()) for name, code in pairs]


def test_what_people_type_is_understood() -> None:
    assert len(rows(NAMES)) > 200
    found = {name: str(only_place(name)) for name, _ in rows(NAMES)}
    assert found == dict(rows(NAMES))


@pytest.mark.parametrize(("typed", "meant"), rows(SLIPS))
def test_a_slip_has_the_place_that_was_meant_first(typed: str, meant: str) -> None:
    with pytest.raises(UnknownNameError) as error:
        only_place(typed)
    assert error.value.nearest[0].endswith(f"({meant})")


@pytest.mark.parametrize(
    ("typed", "places"),
    [
        (
            "Córdoba",
            ("Córdoba, Argentina (AR-X)", "Córdoba, Colombia (CO-COR)", "Córdoba, Andalusia, Spain (ES-AN)"),
        ),
        ("Punjab", ("Punjab, India (IN-PB)", "Punjab, Pakistan (PK-PB)")),
    ],
)
def test_a_name_of_several_countries_is_not_guessed(typed: str, places: tuple[str, ...]) -> None:
    with pytest.raises(UnknownNameError) as error:
        only_place(typed)
    assert (error.value.kind, error.value.nearest) == ("place", places)


@pytest.mark.parametrize("typed", ["", "  ", "xqzzvwk", "the", "🏝"])
def test_what_is_no_place_is_refused(typed: str) -> None:
    with pytest.raises(UnknownNameError):
        only_place(typed)


def test_a_country_comes_before_a_part_of_another() -> None:
    assert [str(only_place(name)) for name in ("Georgia", "Luxembourg", "ca", "the Netherlands")] == [
        "GE", "LU", "CA", "NL",
    ]  # fmt: skip
