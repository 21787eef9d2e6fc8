/** Fills the `{places}` of a text; a place without a value stays as it is. */
export function fillText(text: string, values: Readonly<Record<string, string | number>> = {}): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place))
}

/** Why a field can be refused. A client that speaks another language has its own text for each. */
export const fieldRules = {
  required: 'is required',
  unknown: 'is not known here',
  invalid: 'is not valid',
  oneOf: 'must be one of {choices}',
  tooShort: 'must have at least {min} characters',
  tooLong: 'must have at most {max} characters',
  tooFew: 'must have at least {min} entries',
  tooMany: 'must have at most {max} entries',
  min: 'must be at least {min}',
  max: 'must be at most {max}',
  email: 'is not an e-mail address',
  number: 'must be a number',
  text: 'must be text',
  yesOrNo: 'must be yes or no',
  date: 'must be a date (YYYY-MM-DD)',
  url: 'must be a web address that starts with http',
  choices: 'must be a list of choices',
  choice: 'is not one of the choices',
  choiceUnknown: 'has a choice that does not exist',
  field: 'is not a field of this profile',
  taken: 'is taken',
  reserved: 'is reserved',
  accountNameTaken: 'an account with this name exists',
  wrong: 'is wrong',
  tooLarge: 'is too large',
  past: 'lies in the past',
  future: 'must be in the future',
  afterStart: 'must be after the start',
  beforeStart: 'must not be before the start',
  daysAfterStart: 'must be at most {days} days after the start',
  rangeDays: 'must be after the start and at most {days} days later',
  yearsAhead: 'is more than {years} years ahead',
  years: 'must be between the years {from} and {to}',
  timezone: 'is not a time zone',
  listed: 'is in the list already',
  domain: 'is not a domain',
  domainMachine: 'is an address of a machine, not a domain',
  domainParts: 'needs at least two parts, like agency.example',
  domainPlatform: 'belongs to the platform',
  domainEnding: 'is an ending under which others have their domains',
  provenDomain: 'is not at a proven domain',
  patternTier: '{pattern} is not about the tier {tier}',
  patternUnknown: '{pattern} fits no permission there is',
  patternBasic: 'covers what nobody can be denied: the own profile and the own security',
  roleScope: 'must be a role of the same kind',
  roleCircle: 'would make a circle',
  roleDepth: 'stands on too many roles: {max} at most',
  roleUnfit: 'is not a role that can be held here',
  grantSelf: 'is yourself: somebody else must do that',
  grantNoMember: 'is not an account of this person',
  grantAdmin: 'is an admin: take that role away instead',
  passwordRepeats: 'It repeats very few characters.',
  passwordCommon: 'It is on the lists of common and stolen passwords.',
  passwordPersonal: 'It contains your name or address.',
  passwordPlace: 'It contains the name of this marketplace.',
  passwordSequence: 'It is a sequence of neighbouring keys, letters or numbers.',
  filter: 'is not a filter of this marketplace',
  filterOrder: 'has no order',
  filterKind: 'cannot be used to narrow a search',
  twice: 'appears twice',
  noChoice: 'needs at least one choice',
  choiceTwice: 'has a choice twice',
  minAboveMax: 'has a minimum above its maximum',
  unfit: 'does not fit what {field} holds',
  parentNoChoice: 'depends on a field that is no choice',
  parentChoice: 'names the choice {choice} that {field} does not have',
  undecided: 'needs a decision',
  typeFixed: 'is {from} and cannot become {to}; add a new field instead',
  choiceInUse: 'the choice {choice} is in use and cannot be removed',
} as const
/** Key of a reason for which a field is refused. */
export type FieldRule = keyof typeof fieldRules

/** A field that is refused: which rule it breaks, with what the rule's text needs, and that text in English. */
export interface FieldProblem {
  readonly field: string
  readonly rule: FieldRule
  readonly values?: Readonly<Record<string, string | number>>
  readonly message: string
}

/** Refuses a field. */
export function refused(field: string, rule: FieldRule, values?: Readonly<Record<string, string | number>>): FieldProblem {
  return { field, rule, ...(values && { values }), message: fillText(fieldRules[rule], values) }
}

/** What a failure can say beyond its title. Facts named `status` and `next` are states, `from`, `to` and `until` instants. */
export const problemReasons = {
  state: 'It is {status}.',
  booked: 'Booked for {client} from {from} to {to}.',
  optionHeld: '{client} holds an option of rank {rank}.',
  optionHeldUntil: '{client} holds an option of rank {rank} until {until}.',
  optionEnded: 'The option ended at {until}.',
  blockedRefused: 'This marketplace does not allow bookings on blocked time.',
  blockedAsk: 'Place it all the same by confirming that you have seen this.',
  ownTalent: 'This talent is in your own account; place the option yourself.',
  houseSuspended: 'Nobody can take bookings for this talent right now.',
  castingStep: 'A casting that is {status} cannot become {next}.',
  castingEdit: 'A casting that is {status} cannot be changed.',
  applicationStep: 'An application that is {status} cannot become {next}.',
  applicationWithdraw: 'An application that is {status} cannot be withdrawn.',
  profileStep: 'A profile that is {status} cannot be changed in this way.',
  fieldsPublished: 'Version {version} is published meanwhile; reload and make the change again.',
  templateInstalled: 'Version {version} is installed.',
  verifyFirst: 'Open the link in the message we sent you, or reset your password to get a new one.',
  askAdmins: 'Ask the people who run this marketplace.',
  uploadBytes: 'Send the bytes of the picture with its content type.',
  uploadLonger: 'The file is larger than was announced.',
  uploadLimit: 'At most {megabytes} MB.',
  passwordWrong: 'The password is not right.',
  retryIn: 'Try again in {seconds} seconds.',
  atMost: 'At most {count}.',
  legalRoom: 'At most {count} beside imprint, privacy and terms.',
  proofElsewhere: 'Its proof was found, but another marketplace uses this domain.',
  logoBytes: 'Send the bytes of a PNG, WebP or JPEG with its content type.',
  logoEmpty: 'The picture is empty.',
  logoFormat: 'Use PNG, WebP or JPEG. SVG files can carry programs and are not taken.',
  logoSmall: 'The picture must have at least {pixels} pixels on each side.',
  logoDamaged: 'The picture is damaged.',
  addressTaken: 'The address {slug} is taken: give another one.',
  purgeArchived: 'It is {status}; only an archived tenant can be purged.',
  writeToConfirm: 'Write {word} to confirm.',
  isSandbox: 'It is a sandbox itself.',
  isOnServer: 'It is on {server} already.',
  noServer: 'There is no server {server}.',
  beyondOwn: 'You do not have {permission} yourself.',
  roleInUse: 'Held by {holders}; {roles} roles stand on it.',
  permissionUnknown: 'There is no permission {permission}.',
  roleUnknown: 'There is no role {role}.',
  limitUsed: '{used} of {limit} are used.',
  callsInPlan: '{limit} calls are in the plan for this month.',
  tooManyTries: 'Too many tries. Wait {minutes} minutes, or set a new password.',
  tooFast: 'Too many tries. Wait {seconds} seconds.',
} as const
/** Key of a sentence that a failure adds to its title. */
export type ProblemReason = keyof typeof problemReasons

/** The sentence that a failure adds, as it goes into a problem document: by key with its facts, and in English. */
export function because(reason: ProblemReason, facts: Readonly<Record<string, string | number>> = {}) {
  return { reason, facts, detail: fillText(problemReasons[reason], facts) }
}
