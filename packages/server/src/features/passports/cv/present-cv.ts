import type { Ctx } from '#ctx'
import { formatDay } from '#kit/format-day.ts'
import { translate } from '#web/translations.ts'
import { type CollectedBadge, findCollected } from '../collection/list-collection.ts'
import { keyOf } from '../collection/read-skills.ts'
import type { CvContent, CvLocale } from './cv.schema.ts'
import { type Cv, findCv } from './read-cvs.ts'
import { showable } from './showable.ts'

export type Addresses = {
  /** Of the picture of a badge brought from elsewhere, for whoever looks; its holder's own address unless said. */
  pictureAt?: (badgeId: string) => string
  /** Where whoever looks reads and verifies a badge; null where there is no such place. */
  badgeAt?: (badgeId: string, badge: CollectedBadge) => string | null
}

/**
 * A CV as it is read, in its own language whoever looks. For its person, or for the platform once it knows that whoever asks may see it; undefined for
 * everybody else. What was withdrawn, declined or taken out of the passport since is not on it.
 */
export async function presentCv(ctx: Ctx, cvId: string, addresses: Addresses = {}) {
  const cv = await findCv(ctx, cvId)
  return cv && present(ctx, cv, addresses)
}

async function present(ctx: Ctx, cv: Cv, { pictureAt = (badgeId) => `/me/imports/${badgeId}/picture.png`, badgeAt = () => null }: Addresses) {
  const { content, locale } = cv
  const collection = new Map((await findCollected({ ...ctx, locale }, cv.personId, cv.badgeIds)).map((badge) => [badge.badgeId, badge]))
  const chosen = cv.badgeIds.flatMap((badgeId) => collection.get(badgeId) ?? [])
  const badges = chosen.filter(showable)
  const say = translate(locale)
  const day = (date: Date) => formatDay(date, locale)
  return {
    cvId: cv.cvId,
    locale,
    ...identityOf(content),
    summary: content.summary,
    ...historyOf(content, locale),
    languages: content.languages.filter(({ name }) => name !== '').map(({ name, level }) => ({ name, level: level && say(`cv:levels.${level}`) })),
    skills: { attested: attestedSkills(content, badges), own: content.ownSkills.filter((name) => name !== '') },
    badges: badges.map((badge) => ({
      badgeId: badge.badgeId,
      name: badge.name,
      issuerName: badge.issuerName,
      description: badge.description,
      imageId: badge.picture && 'imageId' in badge.picture ? badge.picture.imageId : null,
      picture: badge.picture && 'importedId' in badge.picture ? pictureAt(badge.badgeId) : null,
      sentence: content.sentences[badge.badgeId] ?? '',
      day: badge.receivedAt?.toISOString().slice(0, 10) ?? null,
      receivedOn: badge.receivedAt && say('cv:view.received_on', { date: day(badge.receivedAt) }),
      validUntil: badge.validUntil && say('cv:view.valid_until', { date: day(badge.validUntil) }),
      /** Null for one that holds, which needs no word. */
      state: badge.state === 'valid' ? null : say(`cv:view.state.${badge.state}`),
      href: badgeAt(badge.badgeId, badge),
    })),
    interests: content.interests,
    links: content.links.filter(({ url }) => url !== '').map(({ label, url }) => ({ label: label || shortAddress(url), url })),
    words: wordsOf(locale),
    /** For its person only: badges they chose that nobody sees here, and why. */
    leftOut: ctx.actor.kind === 'system' ? [] : chosen.filter((badge) => !showable(badge)).map(({ name, state }) => ({ name, state })),
  }
}

export type PresentedCv = NonNullable<Awaited<ReturnType<typeof presentCv>>>

const identityOf = ({ name, headline, email, phone, town, website }: CvContent) => ({
  name,
  headline,
  email,
  phone,
  town,
  website: website && { url: website, label: shortAddress(website) },
})

export const shortAddress = (url: string): string => url.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/$/, '')

function historyOf({ experiences, educations }: CvContent, locale: CvLocale) {
  const history = experiences
    .filter(({ role, organization, text }) => role || organization || text)
    .map((entry, id) => ({ ...entry, id, title: entry.role || entry.organization, where: placeOf(entry, entry.role !== ''), when: periodOf(entry, locale) }))
  return {
    work: history.filter(({ kind }) => kind === 'work'),
    volunteering: history.filter(({ kind }) => kind === 'volunteering'),
    education: educations
      .filter(({ title, organization, text }) => title || organization || text)
      .map((entry, id) => ({ ...entry, id, title: entry.title || entry.organization, where: placeOf(entry, entry.title !== ''), when: periodOf(entry, locale) })),
  }
}

const placeOf = ({ organization, place }: { organization: string; place: string }, withOrganization: boolean) =>
  [withOrganization ? organization : '', place].filter(Boolean).join(', ')

/** « sept. 2021 – juin 2023 », « depuis 2023 », « 2020 ». */
export function periodOf({ from, to }: { from: string; to: string }, locale: CvLocale): string {
  const say = translate(locale)
  if (from && !to) return say('cv:view.since', { date: monthName(from, locale) })
  return [...new Set([from, to].filter(Boolean).map((month) => monthName(month, locale)))].join(' – ')
}

function monthName(month: string, locale: CvLocale): string {
  if (month.length === 4) return month
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'fr-FR', { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}-15T00:00:00Z`))
}

/** Those chosen that a badge of this very CV names, with which ones: a reader finds there what stands behind the word. */
function attestedSkills({ skills }: CvContent, badges: readonly CollectedBadge[]) {
  return skills.flatMap((chosen) => {
    const key = keyOf(chosen)
    const named = badges.flatMap((badge) => badge.skills.filter(({ name }) => keyOf(name) === key).map((skill) => ({ skill, badge: badge.name })))
    const first = named[0]
    return first ? [{ name: first.skill.name, framework: first.skill.framework, url: first.skill.url, badges: named.map(({ badge }) => badge) }] : []
  })
}

const SECTIONS = ['summary', 'work', 'volunteering', 'education', 'badges', 'skills', 'languages', 'interests', 'links'] as const

function wordsOf(locale: CvLocale) {
  const say = translate(locale)
  return {
    sections: Object.fromEntries(SECTIONS.map((section) => [section, say(`cv:view.sections.${section}`)])) as Record<(typeof SECTIONS)[number], string>,
    attested: say('cv:view.attested'),
    own: say('cv:view.own'),
  }
}
