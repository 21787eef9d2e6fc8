import type { Talk } from '../conversation-kit.ts'
import { guardianOf } from './families.ts'

const D = 'booker@kids.example'
const Q = 'licensing@kids.example'
const G = 'guardian@kids.example'
const I = 'client@kids.example'
const L = 'covers@paperkite.example'
const R = 'casting@marrow.example'
const Z = 'office@studionorth.example'
const parent = (family: string): string => guardianOf(`${family}-family`).email

/** The other conversations of the child-talent tenant: a guardian is part of each one that concerns a child. */
export const kidsTalks: readonly Talk[] = [
  [
    'Ada for Puddles',
    'application',
    'ada-o',
    -5,
    { D, G, I },
    [
      'I| We loved Ada’s pictures. Could she be a puddle jumper on both days?',
      'D| Both days are possible, four hours each including breaks. Chidi, does school agree?',
      'G| The first is a Saturday, for the second I asked the head this morning.',
      'I| The water is warm, I promise. And there is a heated bus.',
      '+1',
      'G| The letter from school is here, I have uploaded it. Ada asks whether she may keep the wellies.',
      'I| Tell her yes. Size 30?',
      'G| 31 as of last week.',
      'D| I updated it. Licence application goes out today, 21 days is tight but fine.',
      'D| Moira in licensing has it on her desk.',
      'I| Wonderful. Call time 10:00, done by 14:00.',
      'G| We will be there at half past nine, with Grandma as chaperone.',
    ],
  ],
  [
    'Tobe: self-tape',
    'application',
    'tobe-o',
    -3,
    { D, G, R },
    [
      'R| Could Tobe read the little brother’s scene? One page, no coaching, phone is fine.',
      'G| He has chess on Saturday, we film on Sunday after lunch.',
      'R| Sunday is perfect. Name and height at the start, then the scene twice.',
      'D| Please no school uniform in the picture, Chidi.',
      'G| Understood, plain jumper.',
    ],
  ],
  [
    'Consent renewal',
    'direct',
    'ife-o',
    -9,
    { Q, G },
    [
      'Q| Ife’s consent for photography ends next month. Same limits again: two hours, mornings, no food?',
      'G| Same, but she may eat bananas now.',
      'Q| Bananas it is. The form is in your inbox, it takes two signatures.',
      'G| Both done.',
    ],
  ],
  [
    'Cover: meeting',
    'application',
    'mabel-h',
    -6,
    { D, H: parent('hobbs'), L },
    [
      'L| We would very much like to meet Mabel. Does she mind talking about her hearing aids?',
      'H| She minds not talking about them. They are green this year.',
      'L| The drum in the book is green!',
      'D| Meeting on Wednesday at four, fifteen minutes. Please face her when you speak, and no music in the room.',
      'L| Noted. I will tell everybody.',
    ],
  ],
  [
    'Licence expired',
    'direct',
    'finn-d',
    -4,
    { Q, P: parent('doherty') },
    [
      'Q| Finn’s licence ran out twelve days ago, so I had to hide the profile from castings.',
      'P| I thought it was for the whole school year. What do you need?',
      'Q| A new photo, the school letter and both signatures. Belfast takes about two weeks.',
      'P| Will be with you tonight.',
    ],
  ],
  [
    'First snow: who are the friends?',
    'application',
    'maya-t',
    -4,
    { D, M: parent('thomas'), Z },
    [
      'Z| We are choosing pairs. Does Maya know any of the other applicants?',
      'M| She and Clementine were in the same holiday camp and wrote letters.',
      'Z| Letters! Then please both on Tuesday, together.',
      'D| Tuesday after school, half an hour. I have told Clementine’s mum.',
    ],
  ],
  [
    'Tidewater: tutoring',
    'application',
    'saoirse-m',
    -2,
    { D, C: parent('mccann'), R },
    [
      'C| How many lessons would she get on set? She has mocks in the middle of it.',
      'R| Three hours a day, one tutor for two children. The week of the mocks stays free, we plan around it.',
      'D| I would like that in the contract as a schedule.',
      'R| Of course. Moira knows our template.',
    ],
  ],
  [
    'Twins on the same day',
    'direct',
    'samuel-a',
    -7,
    { D, A: parent('asante') },
    [
      'D| There may be a job for both babies in the same slot. Thirty minutes each, one after the other.',
      'A| Please Sarah first, Samuel copies her.',
      'D| Then Sarah first. Packaging and online, two years. I send the details for your consent.',
      'A| Read, agreed. They both walk along furniture now.',
    ],
  ],
  [
    'Size update',
    'direct',
    'arjun-p',
    -11,
    { D, P: parent('patel') },
    [
      'P| Arjun has grown four centimetres since the summer: 136, trousers 140.',
      'D| Updated, thank you. New digitals when you are next in London?',
      'P| Half term, Wednesday.',
    ],
  ],
  [
    'Freya: sports campaign',
    'application',
    'freya-l',
    -5,
    { D, N: parent('lund'), I },
    [
      'I| We are thinking of a teen line. Would Freya climb in it, rope and all?',
      'N| With an instructor whom we know, yes.',
      'I| We would book the wall she trains on, with her own instructor.',
      'D| Then send me a brief and a date after her exams.',
    ],
  ],
  [
    'Hugo: papers',
    'direct',
    'hugo-b',
    -3,
    { Q, H: parent('bell') },
    [
      'Q| Welcome! Council papers are in, we still need Hugo’s birth certificate.',
      'H| It is in a box in Bath, we are unpacking.',
      'Q| No hurry. The profile stays closed until then, nobody can see it.',
    ],
  ],
  [
    'No swimwear',
    'application',
    'gwen-p',
    -8,
    { D, P: parent('price'), Z },
    [
      'Z| There is one scene at the lido. Would Gwen be in a costume?',
      'P| No, we keep to the restriction.',
      'Z| Then she plays the one with the towel and the ice cream. It is the better part anyway.',
      'D| Thank you. I have put it in the notes of the application.',
    ],
  ],
  [
    'Theo: continuity',
    'direct',
    'theo-v',
    -19,
    { D, V: parent('vlahos') },
    [
      'V| He corrected the script supervisor. She was delighted, I was mortified.',
      'D| She wrote to us. She would like to adopt him professionally.',
      'V| He asks what the fee for that is.',
    ],
  ],
  [
    'Moving to another city',
    'direct',
    'reuben-l',
    -15,
    { D, L: parent('levy') },
    [
      'L| We move to Bristol in three weeks. Could you pause Reuben until the school has settled?',
      'D| Paused. No one sees the profile until you tell us. Good luck with the boxes.',
      'L| Thank you. He has packed his crayons first.',
    ],
  ],
  [
    'Callum: dialect',
    'application',
    'callum-r',
    -4,
    { D, R, E: parent('reid') },
    [
      'R| Bryn is from Swansea. Could Callum try the accent for the tape, just for fun?',
      'E| He has been doing nothing else since breakfast.',
      'D| Then please tape it before he changes his mind. Neutral first, Welsh second.',
    ],
  ],
]
