import { z } from 'zod'
import { text } from '#kit/fields.schema.ts'
import { Month } from './month.schema.ts'

export const cvLocales = ['fr', 'en'] as const
export type CvLocale = (typeof cvLocales)[number]

/** Of the Common European Framework of Reference, and the language somebody grew up with. */
export const languageLevels = ['native', 'C2', 'C1', 'B2', 'B1', 'A2', 'A1'] as const
export type LanguageLevel = (typeof languageLevels)[number]

export const MOST = { entries: 30, languages: 15, links: 12, badges: 60, skills: 80 } as const

/** An address of the web, typed with or without its beginning; nothing else becomes a link. */
export const WebAddress = text(500).transform((typed, context) => {
  if (typed === '') return ''
  const address = /^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || !url.hostname.includes('.') || url.username || url.password) {
    context.addIssue({ code: 'custom', message: 'web_address' })
    return ''
  }
  return address
})

export const Email = text(200).refine((typed) => typed === '' || z.email().safeParse(typed).success, 'email')

/** The end is not before the beginning; years and months compare as they are written. */
export const inOrder = ({ from, to }: { from: string; to: string }) => from === '' || to === '' || to.slice(0, from.length) >= from.slice(0, to.length)
const LATER = { path: ['to'], message: 'ends_before' }

export const Experience = z
  .object({ kind: z.enum(['work', 'volunteering']).catch('work'), role: text(160), organization: text(160), place: text(120), from: Month, to: Month, text: text(1500) })
  .refine(inOrder, LATER)
export const Education = z.object({ title: text(200), organization: text(160), place: text(120), from: Month, to: Month, text: text(1000) }).refine(inOrder, LATER)
export const Language = z.object({ name: text(60), level: z.enum(languageLevels).or(z.literal('')).catch('') })
export const CvLink = z.object({ label: text(80), url: WebAddress })

/** What a CV says, besides its badges. Nothing is asked that an employer may not weigh: no photo, no age, no nationality. */
export const CvContent = z.object({
  name: text(160).min(1, 'required'),
  headline: text(200),
  email: Email,
  phone: text(40),
  town: text(120),
  website: WebAddress,
  summary: text(1500),
  experiences: z.array(Experience).max(MOST.entries, 'too_many'),
  educations: z.array(Education).max(MOST.entries, 'too_many'),
  languages: z.array(Language).max(MOST.languages, 'too_many'),
  /** Named by badges of this CV. */
  skills: z.array(text(300)).max(MOST.skills, 'too_many'),
  /** Said by its person. */
  ownSkills: z.array(text(80)).max(MOST.skills, 'too_many'),
  /** Beside each badge, in the language of this CV. */
  sentences: z.record(z.guid(), text(500)),
  interests: text(800),
  links: z.array(CvLink).max(MOST.links, 'too_many'),
})
export type CvContent = z.output<typeof CvContent>
export type CvContentInput = z.input<typeof CvContent>

export const CvInput = z.object({
  title: text(120).min(1, 'required'),
  locale: z.enum(cvLocales),
  content: CvContent,
  badgeIds: z.array(z.guid()).max(MOST.badges, 'too_many'),
})
export type CvInput = z.input<typeof CvInput>

export const emptyContent = (name: string): CvContent => ({
  name,
  headline: '',
  email: '',
  phone: '',
  town: '',
  website: '',
  summary: '',
  experiences: [],
  educations: [],
  languages: [],
  skills: [],
  ownSkills: [],
  sentences: {},
  interests: '',
  links: [],
})
