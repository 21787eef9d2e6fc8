import type { Talk } from '../conversation-kit.ts'

const B = 'booker@fashion.example'
const J = 'judith.maier@fashion.example'
const C = 'client@fashion.example'
const M = 'talent@fashion.example'
const G = 'einkauf@feldundfaden.example'
const E = 'elias.kronberger@fashion.example'
const S = 'sommer@fashion.example'
const U = 'marketing@lindgruen.example'
const H = 'hanna.lehner@fashion.example'
const V = 'jana.kovac@fashion.example'
const X = 'alex@studio.example'

/** The other conversations of the fashion tenant. */
export const fashionTalks: readonly Talk[] = [
  [
    'Call time tomorrow',
    'direct',
    'mira-vasilescu',
    -12,
    { B, M },
    [
      'B| Call moved to 07:30, hair first. Car picks you up at 06:50.',
      'M| Okay. Hair is washed and dry, no product.',
      'B| Perfect. Text me at wrap, overtime starts at 16:30.',
      'M| Wrapped 16:52.',
      'B| Noted as half an hour. Good day?',
      'M| Good day. They want the red coat for the cover.',
    ],
  ],
  [
    'Autumn campaign, who is the father?',
    'application',
    'kofi-mensah',
    -2,
    { B, G },
    [
      'G| We are between Kofi and Darius. Does Kofi’s Tuesday lecture collide?',
      'B| It does on the first day. He could be on the pasture by three in the afternoon.',
      'G| Too late for the light. Can the university be moved?',
      'B| I asked once. Never again.',
      'G| Then Darius, with the beard as it is. First option on all four days, please.',
      'B| Placed. Answer from you within seven days.',
    ],
  ],
  [
    'Frames: contact lenses',
    'application',
    'ilse-rautenberg',
    -7,
    { J, U },
    [
      'U| Does Mrs Rautenberg wear her own glasses all the time? We need six frames without prescription.',
      'J| She wears lenses for you and will comment on each frame. Take notes, she is usually right.',
      'U| That is exactly what our designer hopes for.',
    ],
  ],
  [
    'Digitals overdue',
    'direct',
    'elias-kronberger',
    -14,
    { B, E },
    [
      'B| Your digitals are more than three months old. Can you come by on Thursday, white T-shirt, jeans, no product?',
      'E| Thursday after four, I am building a kitchen.',
      'B| Four thirty. Leave the sawdust at the door.',
      '+2',
      'E| Was there, Judith took them. Beard on or off for the next ones?',
      'B| On. Two clients asked for stubble this week.',
    ],
  ],
  [
    'Emilia and Valentin, school-free days',
    'direct',
    'emilia-s',
    -8,
    { B, S },
    [
      'S| School-free days this term: both Fridays after the parents’ evening, and the whole of the holiday week.',
      'B| Thank you, blocked everything else. Max two hours for Valentin, four for Emilia, right?',
      'S| Right. And please no jobs with wool on the skin, Emilia scratches.',
      'B| Noted in the profile under restrictions.',
    ],
  ],
  [
    'Statement of last month',
    'direct',
    'jana-kovac',
    -11,
    { B, V },
    [
      'V| My statement shows 20 % on the Graz job, but we agreed on 15 for jobs I bring myself.',
      'B| You are right. Credit note comes with the next statement, the agreement is attached to your profile now.',
      'V| Thank you for not making me look for the e-mail.',
    ],
  ],
  [
    'Naledi: dates for both boards',
    'direct',
    'naledi-khumalo',
    -13,
    { B, H },
    [
      'H| Naledi is with us in Linz from Monday to Thursday next week, please do not place options there.',
      'B| Only a busy block on our side, as agreed. Is she free on Friday?',
      'H| From 14:00, she takes the train home.',
      'B| Then I keep the morning closed.',
    ],
  ],
  [
    'Bank portraits, paused',
    'application',
    undefined,
    -5,
    { B, X },
    [
      'X| Quick note: the bank is rewriting the line, casting is on hold. Applications stay valid.',
      'B| Thanks. Do the dates hold?',
      'X| I fear they move by a week. I will tell you before anyone else.',
      'B| Then I leave it open and place no options.',
    ],
  ],
  [
    'After the show',
    'direct',
    'kwame-asante',
    -18,
    { J, C },
    [
      'C| Kwame walked as if he had built the hall. Please tell him.',
      'J| He measured it, so perhaps he did. I will tell him.',
      'C| Same time next year, and this time as opening.',
    ],
  ],
]
