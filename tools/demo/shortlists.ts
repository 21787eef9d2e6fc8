import type { DemoShortlist } from './activity-types.ts'
import { words } from './text.ts'
import type { TenantSlug } from './types.ts'

const list = (tenant: TenantSlug, owner: string, account: string, name: string, profiles: string, note: string, shared = false): DemoShortlist => ({
  tenant,
  owner,
  account,
  name,
  note,
  profiles: words(profiles),
  shared,
})

/** Shortlists of the clients; the profiles are in the order in which the client put them. */
export const shortlists: readonly DemoShortlist[] = [
  list(
    'fashion',
    'client@fashion.example',
    'haus-morgenrot',
    'Winter show, first walk',
    'kwame-asante mira-vasilescu lenka-horvathova esther-mbeki salome-kiknadze haruto-endo luna',
    'Opening is between Kwame and Esther.',
    true,
  ),
  list(
    'fashion',
    'client@fashion.example',
    'haus-morgenrot',
    'Capsule lookbook',
    'mira-vasilescu dalia-petrova noor-haddad',
    'Mira if the knit people let her go.',
  ),
  list(
    'fashion',
    'einkauf@feldundfaden.example',
    'feld-und-faden',
    'The family on the pasture',
    'ilse-rautenberg ottoline-fairweather darius-novak kofi-mensah sophie-lindqvist zeynep-aksoy',
    'Should look related by temperament.',
    true,
  ),
  list(
    'fashion',
    'marketing@lindgruen.example',
    'optik-lindgruen',
    'Noses and brows',
    'ifeoma-balogun anouk-steiner ilse-rautenberg kofi-mensah emre-yildiz',
    'Twelve frames, six people.',
  ),
  list(
    'fashion',
    'studio@miralo.example',
    'mira-lo',
    'Skin as it is',
    'adaeze-okonjo theresa-brandl yuna-takahara leila-farahani carlotta-bianchi',
    'Nobody under a filter.',
  ),
  list('kids', 'client@kids.example', 'button-and-bow', 'Puddles', 'ada-o leo-h nell-w omari-j inaya-q', 'Two who splash, two who hesitate.', false),
  list('kids', 'client@kids.example', 'button-and-bow', 'Big sisters and brothers', 'amina-s tobe-o pearl-w', 'Patience before looks.'),
  list('kids', 'casting@marrow.example', 'marrow-films', 'Tidewater: Bryn', 'saoirse-m kit-s jai-r tariq-n', 'Tapes by Monday.'),
  list('kids', 'covers@paperkite.example', 'paper-kite', 'The Quiet Drum', 'mabel-h mei-lin-c theo-v', 'Mabel first.'),
  list('paws', 'client@paws.example', 'good-bowl', 'Heroes', 'biscuit hazel scout olive', 'Eleven seconds.', true),
  list('paws', 'client@paws.example', 'good-bowl', 'Gray muzzles', 'hazel sarge dottie rusty', 'Seniors who still want to.'),
  list('paws', 'photo@porchlight.example', 'porchlight', 'Asleep on furniture', 'bruno hank willow pewter clementine', 'One per room.'),
  list('paws', 'casting@cedarhall.example', 'cedar-hall', 'The Last Ridge', 'cimarron isolde ranger scout pepper', 'Horse first, dog has to match.'),
]
