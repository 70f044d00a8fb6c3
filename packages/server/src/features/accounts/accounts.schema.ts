import { z } from 'zod'

/** Messages are keys of `accounts:fields`. */
export const EmailAddress = z.string().trim().toLowerCase().max(254, 'email').pipe(z.email('email'))
/** By itself, so that what is wrong is said of the field `address`. */
export const AddressInput = z.object({ address: EmailAddress })
export const GivenName = z.string().trim().min(1, 'given_name').max(100, 'too_long')
export const FamilyName = z.string().trim().max(100, 'too_long').default('')
export const Locale = z.enum(['fr', 'en'])
export const ColorScheme = z.enum(['auto', 'light', 'dark'])

const SITE = 'http://site.invalid'

/** Where to go after signing in: a path of this site, or nothing. `//elsewhere`, `/\elsewhere` and whole addresses lead away. */
export function localPath(text: unknown): string | undefined {
  if (typeof text !== 'string' || !text.startsWith('/') || text.length > 2000 || !URL.canParse(text, SITE)) return undefined
  const url = new URL(text, SITE)
  const path = url.pathname + url.search + url.hash
  return url.origin === SITE && !path.startsWith('//') ? path : undefined
}

/** What a picture password is made of: things that a child tells apart and names. Their names are `passports:pictures`. */
export const PICTURES = [
  'cat',
  'dog',
  'fish',
  'butterfly',
  'horse',
  'spider',
  'sun',
  'moon',
  'star',
  'cloud',
  'rainbow',
  'snowman',
  'apple',
  'cherry',
  'carrot',
  'pizza',
  'cake',
  'ice-cream',
  'rocket',
  'bike',
  'train',
  'sailboat',
  'helicopter',
  'tractor',
  'castle',
  'key',
  'umbrella',
  'balloon',
  'robot',
  'heart',
] as const
export type Picture = (typeof PICTURES)[number]
export const isPicture = (text: unknown): text is Picture => PICTURES.includes(text as Picture)
export const SEQUENCE_LENGTH = 4

/** What somebody signs in with, besides what says who they are. */
export const Secret = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('password'), password: z.string().min(1, 'required').max(1000, 'too_long') }),
  z.object({ kind: z.literal('pictures'), pictures: z.array(z.enum(PICTURES)).length(SEQUENCE_LENGTH) }),
])
export type Secret = z.output<typeof Secret>

export const SignInInput = z.object({ address: EmailAddress, password: z.string().min(1, 'required').max(1000, 'too_long') })
export const NamesInput = z.object({ givenName: GivenName, familyName: FamilyName })
export const ScreenName = z.enum(['', 'first-name', 'nothing'])
export const PreferencesInput = z.object({ locale: Locale, colorScheme: ColorScheme })
export const AdministratorInput = NamesInput.extend({ address: EmailAddress, password: z.string(), repeated: z.string() })

/** The people whom one click enters in a demonstration, by their addresses. */
export const DEMONSTRATION_ROLES = {
  'network-administrator': 'admin@demo.boat.test',
  headteacher: 'principale@bedel.demo.boat.test',
  teacher: 'enseignante@genevoix.demo.boat.test',
  pupil: 'eleve@bedel.demo.boat.test',
  'lycee-pupil': 'eleve@genevoix.demo.boat.test',
  cook: 'chef@bedel.demo.boat.test',
  'hr-officer': 'rh@rectorat.demo.boat.test',
  parent: 'parent@familles.demo.boat.test',
} as const
/** A pupil without an address: the first of this school who signs in by card and pictures. */
export const YOUNG_PUPIL = { role: 'young-pupil', school: 'ecole-francois-rabelais' } as const
export type DemonstrationRole = keyof typeof DEMONSTRATION_ROLES | typeof YOUNG_PUPIL.role
export const isDemonstrationRole = (text: unknown): text is DemonstrationRole => text === YOUNG_PUPIL.role || (typeof text === 'string' && Object.hasOwn(DEMONSTRATION_ROLES, text))
