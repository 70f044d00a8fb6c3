import type { z } from 'zod'
import type { Ctx } from '#ctx'
import { translate } from '#web/translations.ts'
import { refuse } from './cv.errors.ts'
import { CvContent, type CvContentInput, type LanguageLevel, languageLevels } from './cv.schema.ts'
import { Resume } from './resume.schema.ts'

export const MAX_RESUME_BYTES = 512 * 1024

/** What a JSON Resume says, as a CV of ours begins with it. A file that cannot be read is refused with the field that cannot. */
export function readResume(ctx: Ctx, bytes: Uint8Array): Partial<CvContentInput> {
  const resume = Resume.safeParse(parse(bytes))
  if (!resume.success) throw told(ctx, resume.error)
  const content = contentOf(resume.data)
  const read = CvContent.partial().safeParse(content)
  if (!read.success) throw told(ctx, read.error)
  return content
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw refuse('resume_not_json')
  }
}

/** Its first problem, at its place in the file: `work[0].startDate`. */
function told(ctx: Ctx, { issues }: z.ZodError) {
  const { path, message } = issues[0]!
  const field = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('')
  return refuse('resume_field', { field: NAMES[field] ?? (field.replace(/^\./, '') || 'JSON'), reason: translate(ctx.locale)([`cv:fields.${message}`, 'cv:fields.invalid']) })
}

/** What is too much is only noticed once it is ours. */
const NAMES: Record<string, string> = { '.interests': 'interests', '.experiences': 'work', '.educations': 'education', '.languages': 'languages' }

function contentOf({ basics, work, volunteer, education, skills, languages, interests }: Resume): Partial<CvContentInput> {
  const experience = (kind: 'work' | 'volunteering', organization: string, { position, location, startDate, endDate, summary, highlights }: Entry) => ({
    kind,
    role: position,
    organization,
    place: location,
    from: startDate,
    to: endDate,
    text: [summary, ...highlights.map((highlight) => `• ${highlight}`)].filter(Boolean).join('\n').slice(0, 1500),
  })
  return {
    ...(basics?.name && { name: basics.name }),
    ...(basics?.email && { email: basics.email }),
    headline: basics?.label ?? '',
    phone: basics?.phone ?? '',
    town: basics?.location?.city ?? '',
    website: basics?.url ?? '',
    summary: basics?.summary ?? '',
    experiences: [...work.map((entry) => experience('work', entry.name, entry)), ...volunteer.map((entry) => experience('volunteering', entry.organization, entry))],
    educations: education.map(({ institution, area, studyType, startDate, endDate }) => ({
      title: [studyType, area].filter(Boolean).join(' · '),
      organization: institution,
      place: '',
      from: startDate,
      to: endDate,
      text: '',
    })),
    languages: languages.map(({ language, fluency }) => ({ name: language, level: levelOf(fluency) })),
    ownSkills: [...new Set(skills.flatMap(({ name, keywords }) => [name, ...keywords]).filter(Boolean))].slice(0, 80),
    interests: interests.map(({ name }) => name).join(', '),
    links: (basics?.profiles ?? []).filter(({ url }) => url !== '').map(({ network, username, url }) => ({ label: network || username, url })),
  }
}

type Entry = { position: string; location: string; startDate: string; endDate: string; summary: string; highlights: string[] }

/** « B2 », « B2 – avancé », “Native speaker”; free words say no level. */
function levelOf(fluency: string): LanguageLevel | '' {
  const code = /\b[ABC][12]\b/i.exec(fluency)?.[0].toUpperCase()
  return languageLevels.find((level) => level === code) ?? (/native|matern/i.test(fluency) ? 'native' : '')
}
