import type { Talk } from '../conversation-kit.ts'
import { guardianOf } from './families.ts'

const D = 'booker@kids.example'
const T = 'brand@bramble.example'
const Z = 'office@studionorth.example'
const parent = (family: string): string => guardianOf(`${family}-family`).email

/** Conversations of the kids tenant about options and bookings. */
export const kidsBookingTalks: readonly Talk[] = [
  [
    'Breakfast: allergy sheet',
    'booking',
    'amina-s',
    -14,
    { D, S: parent('said'), T },
    [
      'T| Final check: any allergies for Amina? The yoghurt has hazelnut in one of five flavours.',
      'S| None. But she does not like hazelnut.',
      'T| Nobody is made to eat anything. She gets strawberry.',
      '+13',
      'T| It was a lovely day. Amina did the line in one.',
      'S| She says the sister was very good too.',
    ],
  ],
  [
    'Hours for Jude',
    'booking',
    'jude-a',
    -10,
    { D, B: parent('abara') },
    [
      'B| They asked him to stay an hour longer yesterday. He said yes, I was in the corridor.',
      'D| Thank you for telling me. At fourteen he may work until the licence says, and it said four. I am calling production.',
      'D| They apologised and have sent a new call sheet with a named chaperone.',
      'B| Good. He did enjoy it, for the record.',
    ],
  ],
  [
    'Voice: museum guide',
    'booking',
    'florence-j',
    -16,
    { D, J: parent('jarvis'), Z },
    [
      'Z| Could Florence record forty short texts, two mornings?',
      'J| If the mornings are on a weekend.',
      'D| Two Saturdays, 10:00 to 12:30, with a break after each ten texts.',
      'Z| Booked. She may bring a friend to sit in the control room.',
    ],
  ],
  [
    'Train to York',
    'booking',
    'pearl-w',
    -6,
    { D, W: parent('walsh') },
    [
      'D| Tickets are attached: 07:51 from Lime Street, two seats, table.',
      'W| Got them. She will sing until Leeds.',
      'D| From Leeds on she must rest her voice.',
    ],
  ],
  [
    'Kit and the cold',
    'booking',
    'kit-s',
    -12,
    { D, S: parent('sharpe') },
    [
      'S| He is in the sea for the beach shots? At this time of year?',
      'D| Ankles only, with neoprene socks, and not more than five minutes at a time. There is a medic.',
      'S| All right. I bring the thermos.',
    ],
  ],
]
