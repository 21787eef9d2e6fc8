import type { Talk } from '../conversation-kit.ts'

const B = 'booker@fashion.example'
const J = 'judith.maier@fashion.example'
const C = 'client@fashion.example'
const M = 'talent@fashion.example'
const P = 'casting@studionord.example'
const A = 'adaeze.okonjo@fashion.example'
const O = 'ottoline.fairweather@fashion.example'
const K = 'redaktion@kaltwasser.example'
const U = 'marketing@lindgruen.example'
const W = 'bild@almwerk.example'
const L = 'studio@miralo.example'
const I = 'ida.brandt@fashion.example'

/** Conversations of the fashion tenant about options and bookings. */
export const fashionBookingTalks: readonly Talk[] = [
  [
    'Option on Mira, capsule lookbook',
    'booking',
    'mira-vasilescu',
    -3,
    { B, C },
    [
      'C| Clemens, we would like Mira for the capsule, one day, nine to six. Is that still a second?',
      'B| Still a second. First is a knit job in Salzburg over two days, client answers by tomorrow evening.',
      'C| And if we confirm today?',
      'B| Then I challenge: they have 24 hours to confirm or release. You would be bound by your confirmation from that moment.',
      'C| Let me talk to production. What do I pay if we lose the day?',
      'B| Nothing. Your confirmation only counts once the first is gone.',
      '+1',
      'C| Production says go, but wait for their answer first, please. We do not want to be the ones who push.',
      'B| Fair. I call you at five either way.',
      'C| You are a treasure. Sizes still 34 and 39.5?',
      'B| 34, 39.5, waist 62. Measured on Monday.',
    ],
  ],
  [
    'Fitting, winter show',
    'booking',
    'mira-vasilescu',
    -5,
    { B, M, C },
    [
      'C| Fitting for Mira Tuesday at 13:00, Neubaugasse, second courtyard. Please bring nude underwear and the flat boots.',
      'M| Will be there. Is the stone wet again this year? Then I bring grip soles.',
      'C| Wet, and proud of it. Grip soles yes.',
      'B| Thirty minutes buffer after, she has a test at four.',
    ],
  ],
  [
    'Skin, unretouched',
    'booking',
    'adaeze-okonjo',
    -4,
    { B, A, L },
    [
      'L| Dear Clemens, Kaltwasser released, so we are first now? We need Adaeze on both days, arrival the evening before.',
      'B| Correct, you moved up this morning. Option runs until Friday, 17:00.',
      'A| I have an exam until noon on the arrival day, the 15:10 train works.',
      'L| The train works for us. Hotel is booked next to the studio. No retouching is in the contract, page two.',
      'B| Read and liked. Exclusivity skincare six months, Europe only, please add “excluding hair”.',
      '+1',
      'L| Added. New version is in your inbox.',
      'A| I read it. Happy to sign when Clemens is.',
    ],
  ],
  [
    'Railway: one more day?',
    'booking',
    'darius-novak',
    -9,
    { B, P },
    [
      'P| Could Darius stay until six in the morning instead of four? The depot only gives us the early train.',
      'B| He can. From ten hours on it is double, and he does not work the day after.',
      'P| Understood, it is in the budget. Do you have a list of warm clothes he should bring?',
      'B| He was a ship’s engineer. You will have to borrow from him.',
    ],
  ],
  [
    'Glacier: safety',
    'booking',
    'tobias-reiter',
    -6,
    { B, W },
    [
      'W| We have a guide for six people. Tobias counts as a guide or as a model?',
      'B| As a model. He will behave like a guide anyway, but the responsibility stays with yours.',
      'W| Agreed, I put it in the call sheet. Crampons size?',
      'B| Shoe 44.5, own crampons, own opinion.',
      'W| Weather day is the day after. Half if we use it right away?',
      'B| Half if you rebook at once, full if you do not. It is in the terms.',
    ],
  ],
  [
    'Hotel and train, Salzburg',
    'booking',
    'ottoline-fairweather',
    -10,
    { B, O },
    [
      'O| Is it the early train or can an old lady have breakfast?',
      'B| The 08:08. Breakfast is in the car that waits for you in Salzburg.',
      'O| You are learning.',
      'B| Call is 11:00. Fittings first, then two looks before the light goes.',
    ],
  ],
  [
    'Editorial: which staircase first',
    'booking',
    'lenka-horvathova',
    -3,
    { B, K },
    [
      'K| We start in the Fuchsthallergasse at seven, sun is there until 8:40. Can Lenka be in make-up at five?',
      'B| Her first train arrives at 5:52. Either a hotel on you or make-up at six fifteen.',
      'K| Hotel on us. Small but with a real key.',
      'B| Then five it is. She likes keys.',
    ],
  ],
  [
    'Test on Saturday',
    'booking',
    'zeynep-aksoy',
    -6,
    { J, I },
    [
      'I| I have daylight on Saturday from eleven to three. Movement, no make-up?',
      'J| Zeynep would be ideal. It is her third test, the book lacks a full-length picture.',
      'I| Then she should bring something that flies. I have a fan.',
      'J| She will bring her grandmother’s scarf. Pictures for both books, no use beyond that.',
      'I| Of course. Same agreement as last time.',
    ],
  ],
  [
    'Cancelled: football spot',
    'booking',
    'samir-el-amin',
    -1,
    { B, P },
    [
      'P| I am sorry, the client has stopped the spot. All of it.',
      'B| I am sorry too. It is inside 48 hours, so half of the fee is due, 650 net.',
      'P| Known and accepted. May we keep Samir in mind for the spring version?',
      'B| Please do. Send me dates and I place a first, this time with weather.',
    ],
  ],
  [
    'Usage: may we print it larger?',
    'booking',
    'matteo-serafini',
    -15,
    { B, U },
    [
      'U| Our shop in Klagenfurt would like Matteo four metres high in the window. Contract says “shops”.',
      'B| Shops inside. A window facing the street is out of home, that is a supplement.',
      'U| How much for three months?',
      'B| 60 % of the day fee, 492 net for that one window.',
      'U| Approved. He will be very large.',
    ],
  ],
  [
    'Overtime rule for the window night',
    'booking',
    'selma-demirkan',
    -4,
    { B, C },
    [
      'C| If the window runs until four, what do we pay?',
      'B| Eight hours are included from six in the evening. From two o’clock on 1.5.',
      'C| And taxi?',
      'B| Taxi on you, both ways, and a place where she can sit down that is not the window.',
      'C| There will be a sofa. Out of sight.',
    ],
  ],
]
