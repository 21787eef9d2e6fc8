import type { Talk } from '../conversation-kit.ts'

const B = 'booker@paws.example'
const A = 'alex@studio.example'
const W = 'client@paws.example'
const D = 'talent@paws.example'
const R = 'renzo@paws.example'
const C = 'cole@paws.example'
const J = 'june@paws.example'
const H = 'hollis@paws.example'
const K = 'keiko@paws.example'
const T = 'theo@paws.example'
const L = 'anais@paws.example'
const U = 'casting@cedarhall.example'
const P = 'photo@porchlight.example'

/** The other conversations of the pet tenant. */
export const pawsTalks: readonly Talk[] = [
  [
    'Hero for the kitchen spot',
    'application',
    'biscuit',
    -6,
    { B, D, W },
    [
      'W| Can Biscuit hold a stay with a full bowl for eleven seconds? Food is real and it is ours.',
      'D| Fifteen without blinking. I need to know which recipe, he gets two days to meet it first.',
      'W| Chicken and rice. I will ship a bag tomorrow.',
      'B| Hold placed for both days, first option, expires Friday at five Central.',
      '+2',
      'D| Bag arrived. He likes it, which makes the eleven seconds more impressive.',
      'W| Could you send a phone video from the side?',
      'D| Attached. Forget the laundry in the background.',
      'W| The laundry is perfect casting too. We are confirming.',
      'B| Confirmation is out for signature. Call is 6:00 a.m., stage door on the alley side.',
      'D| We arrive the night before. Kennel on the truck, no hotel needed for him, only for me.',
      'W| Ha. Booked.',
    ],
  ],
  [
    'Understudy: coat match',
    'application',
    'hazel',
    -4,
    { B, D, W },
    [
      'W| The understudy does not have to be golden if the bowl hides the face.',
      'D| Hazel is chocolate, so it will not match. Let me ask around for a golden.',
      'B| Two on the board. I send you both.',
    ],
  ],
  [
    'Sofa dog',
    'application',
    'bruno',
    -7,
    { A, C, P },
    [
      'P| Bruno on a white sofa. Is that insane?',
      'C| With a bath the day before and a sheet until the last second, no.',
      'A| Rate covers one bath. Second handler is included.',
      'P| Then we are insane. First option please, days one and two.',
    ],
  ],
  [
    'Window cat',
    'application',
    'willow',
    -5,
    { B, D, P },
    [
      'P| Would Willow sleep on a window seat with strobes?',
      'D| With strobes she sits up. With continuous light she sleeps until Thursday.',
      'P| Continuous it is.',
      'B| Noted in the hold. Max three hours.',
    ],
  ],
  [
    'The Last Ridge: horse',
    'application',
    'cimarron',
    -3,
    { B, C, U },
    [
      'U| Eleven scenes, two with a helicopter. Is he safe under rotors?',
      'C| He has stood under one six times. I want a rehearsal without passengers and my hand on the stop.',
      'U| The safety representative gets the stop, you get her radio.',
      'C| Works for me.',
      'B| I will put both in the contract. Dates as published?',
      'U| Might slide three days for snow. Can we hold the week after as second?',
      'B| Second option placed, rank two behind a parade in Helena.',
    ],
  ],
  [
    'Ranch dog',
    'application',
    'scout',
    -2,
    { B, H, U },
    ['U| Scout next to forty head of cattle?', 'H| Next to, yes. Among, no.', 'U| Next to is what is in the script.', 'H| Then he is your dog.'],
  ],
  [
    'Vaccination record',
    'direct',
    'maple',
    -5,
    { B, H },
    [
      'B| Maple’s rabies certificate ran out three weeks ago, so the profile has to wait.',
      'H| Vet appointment is Monday. The shelter had given me the old date.',
      'B| No harm done. Send a photo of the paper and I release it.',
    ],
  ],
  [
    'Captain’s vocabulary',
    'direct',
    'captain',
    -13,
    { B, L },
    [
      'B| A family brand asks for Captain. Which sixty words, exactly?',
      'L| Fifty-four are fine. The other six come out only when somebody drops something.',
      'B| I will tell them to hold on to their things.',
    ],
  ],
  [
    'Retired, but',
    'direct',
    'rusty',
    -17,
    { B, J },
    [
      'B| One bark for a radio spot, from home. Would Rusty?',
      'J| He has been waiting for this call.',
      'B| Two hundred flat, your porch, your microphone.',
      'J| He did it in one. I did it in four, I kept laughing.',
    ],
  ],
  [
    'Black cat in October',
    'direct',
    'sable',
    -21,
    { B, T },
    ['T| Please close October for Sable, she is booked every day but two.', 'B| Closed. Which two?', 'T| The ones when I sleep.'],
  ],
  [
    'Rabbit in a teacup',
    'application',
    'clementine',
    -6,
    { B, D, P },
    [
      'P| Is the teacup a rumor?',
      'D| A large teacup, a short time, a soft towel inside. She climbs in on her own or not at all.',
      'P| We will build the day around her mood.',
      'B| Two hours at most and no more than 72 degrees, it is in her limits.',
    ],
  ],
  [
    'Kumo’s look',
    'direct',
    'kumo',
    -12,
    { B, K },
    ['B| Client note on the test: “disapproving”. They love it.', 'K| He was looking at the lunch.', 'B| Keep lunch where it was.'],
  ],
  [
    'Three legs',
    'application',
    'olive',
    -4,
    { B, R, W },
    [
      'W| We would like Olive for the family scene. Should the script mention the leg?',
      'R| It does not, and that is why I would say yes.',
      'W| Agreed. She is just the dog.',
      'B| First option placed for the second day.',
    ],
  ],
  [
    'Thank you from Cedar Hall',
    'direct',
    'bear',
    -23,
    { B, C, U },
    [
      'U| Bear was terrifying on film and asleep on my foot by noon.',
      'C| That is the job description.',
      'B| We will quote you on that, with permission.',
      'U| Granted.',
    ],
  ],
]
