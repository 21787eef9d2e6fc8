/** Options for skin tone, written for `choice`; the values are those of the artwork. */
export const SKIN_OPTIONS = [
  'porcelain|Porcelain|Porzellan',
  'fair|Fair|Sehr hell',
  'light|Light|Hell',
  'light_olive|Light olive|Helles Oliv',
  'olive|Olive|Oliv',
  'tan|Tan|Gebräunt',
  'caramel|Caramel|Karamell',
  'brown|Brown|Braun',
  'deep|Deep|Tiefbraun',
] as const

/** Options for hair colour, written for `choice`; the values are those of the artwork. */
export const HAIR_OPTIONS = [
  'black|Black|Schwarz',
  'blue_black|Blue-black|Blauschwarz',
  'dark_brown|Dark brown|Dunkelbraun',
  'brown|Brown|Braun',
  'light_brown|Light brown|Hellbraun',
  'chestnut|Chestnut|Kastanie',
  'auburn|Auburn|Rotbraun',
  'red|Red|Rot',
  'strawberry_blonde|Strawberry blonde|Rotblond',
  'dark_blonde|Dark blonde|Dunkelblond',
  'blonde|Blonde|Blond',
  'platinum|Platinum|Platin',
  'salt_and_pepper|Salt and pepper|Grau meliert',
  'grey|Grey|Grau',
  'white|White|Weiß',
] as const

/** Options for eye colour, written for `choice`. */
export const EYE_OPTIONS = [
  'dark_brown|Dark brown|Dunkelbraun',
  'brown|Brown|Braun',
  'hazel|Hazel|Haselnuss',
  'amber|Amber|Bernstein',
  'green|Green|Grün',
  'blue_green|Blue-green|Blaugrün',
  'blue|Blue|Blau',
  'grey|Grey|Grau',
] as const

/** Options for hair length, written for `choice`. */
export const HAIR_LENGTH_OPTIONS = [
  'bald|Bald|Glatze',
  'buzzed|Buzzed|Millimeter',
  'short|Short|Kurz',
  'ear|Ear length|Ohrlang',
  'chin|Chin length|Kinnlang',
  'shoulder|Shoulder length|Schulterlang',
  'long|Long|Lang',
  'very_long|Very long|Sehr lang',
] as const

/** Options for hair type, written for `choice`. */
export const HAIR_TYPE_OPTIONS = [
  'straight|Straight (1)|Glatt (1)',
  'wavy|Wavy (2)|Gewellt (2)',
  'curly|Curly (3)|Lockig (3)',
  'coily|Coily (4)|Kraus (4)',
] as const

/** Options for languages, written for `choice`. */
export const LANGUAGE_OPTIONS = [
  'de|German|Deutsch',
  'en|English|Englisch',
  'fr|French|Französisch',
  'it|Italian|Italienisch',
  'es|Spanish|Spanisch',
  'pt|Portuguese|Portugiesisch',
  'pl|Polish|Polnisch',
  'cs|Czech|Tschechisch',
  'sk|Slovak|Slowakisch',
  'hu|Hungarian|Ungarisch',
  'hr|Croatian|Kroatisch',
  'sr|Serbian|Serbisch',
  'sl|Slovene|Slowenisch',
  'ro|Romanian|Rumänisch',
  'bg|Bulgarian|Bulgarisch',
  'uk|Ukrainian|Ukrainisch',
  'tr|Turkish|Türkisch',
  'ar|Arabic|Arabisch',
  'fa|Persian|Persisch',
  'so|Somali|Somali',
  'yo|Yoruba|Yoruba',
  'am|Amharic|Amharisch',
  'ja|Japanese|Japanisch',
  'ko|Korean|Koreanisch',
  'zh|Chinese|Chinesisch',
  'vi|Vietnamese|Vietnamesisch',
  'hi|Hindi|Hindi',
  'sv|Swedish|Schwedisch',
  'nl|Dutch|Niederländisch',
  'da|Danish|Dänisch',
  'el|Greek|Griechisch',
  'cy|Welsh|Walisisch',
  'ga|Irish|Irisch',
  'ur|Urdu|Urdu',
  'bn|Bengali|Bengalisch',
  'pa|Punjabi|Pandschabi',
  'tw|Twi|Twi',
  'sw|Swahili|Suaheli',
] as const
