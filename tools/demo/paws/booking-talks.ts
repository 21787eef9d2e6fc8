import type { Talk } from '../conversation-kit.ts'

const B = 'booker@paws.example'
const A = 'alex@studio.example'
const R = 'renzo@paws.example'
const M = 'marisol@paws.example'
const J = 'june@paws.example'
const L = 'anais@paws.example'
const U = 'casting@cedarhall.example'
const S = 'desk@studionorth.example'
const N = 'pictures@ferryandoak.example'

/** Conversations of the paws tenant about options and bookings. */
export const pawsBookingTalks: readonly Talk[] = [
  [
    'Cover: birds indoors',
    'booking',
    'scarlett',
    -2,
    { B, L, N },
    [
      'N| Offer is out for Scarlett. Twelve flights, fifteen feet, lemon tree.',
      'L| Are the lemons waxed? She will taste one.',
      'N| Organic, from the store downstairs.',
      'L| Wonderful. I need the windows covered with net, not only closed.',
      'B| Added to the call sheet. Handler call 9:00, bird call 10:00.',
    ],
  ],
  [
    'Snow day: paws',
    'booking',
    'luna',
    -9,
    { B, J, S },
    [
      'S| It will be four degrees. Fahrenheit, I am sorry to say.',
      'J| She will think it is spring. Paw wax and a check each hour, warm truck next to set.',
      'S| In the sheet. Does she dig on cue?',
      'J| She digs off cue, too.',
      '+6',
      'S| That was the best day of the year. She wrote our last line.',
      'J| She wants a credit.',
    ],
  ],
  [
    'Otto walking out of frame',
    'booking',
    'otto',
    -8,
    { B, R, N },
    [
      'N| Could Otto do his exit from right to left?',
      'R| He can, he thinks it is beneath him. Two takes to warm up.',
      'N| We have the patience. And liver.',
      'R| Freeze-dried only, I bring it.',
    ],
  ],
  [
    'Costume fitting',
    'booking',
    'waffles',
    -10,
    { B, M, S },
    [
      'S| The bishop’s hat weighs six ounces. Too heavy?',
      'M| For five minutes at a time it is fine. Chin strap must be elastic.',
      'S| Elastic, with a velvet cover.',
      'B| Fitting Thursday by video, measurements are in the profile.',
    ],
  ],
  [
    'Second handler',
    'booking',
    'tango',
    -11,
    { A, M, S },
    [
      'S| Do we really need two trainers for one cat?',
      'M| One for the cat, one for the craft table.',
      'A| Both are in the rate, so please let us keep them.',
      'S| After today I agree.',
    ],
  ],
  [
    'Trailer parking',
    'booking',
    'isolde',
    -14,
    { B, J, U },
    [
      'J| I need forty feet, level, within sight of set.',
      'U| Field B behind catering. Level enough?',
      'J| Level enough. Not behind catering, she opens boxes.',
      'U| Field C, then. Call 7:00, fog machine off until you say so.',
    ],
  ],
]
