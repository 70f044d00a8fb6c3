import type { PresentedCv } from './present-cv.ts'
import type { Cv } from './read-cvs.ts'

const SCHEMA = 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json'

/** A CV as a JSON Resume 1.0.0: its badges are certificates, with the address where each is verified. @see https://jsonresume.org/schema */
export function writeResume(cv: PresentedCv, { content, changedAt }: Cv): Record<string, unknown> {
  const experiences = (kind: 'work' | 'volunteering', nameOf: (organization: string) => Record<string, string>) =>
    content.experiences
      .filter((entry) => entry.kind === kind)
      .map(({ role, organization, place, from, to, text }) => said({ ...nameOf(organization), position: role, location: place, startDate: from, endDate: to, summary: text }))
  return said({
    $schema: SCHEMA,
    basics: said({
      name: cv.name,
      label: cv.headline,
      email: cv.email,
      phone: cv.phone,
      url: cv.website ? cv.website.url : '',
      summary: cv.summary,
      location: cv.town && { city: cv.town },
      profiles: cv.links.map(({ label, url }) => ({ network: label, url })),
    }),
    work: experiences('work', (name) => ({ name })),
    volunteer: experiences('volunteering', (organization) => ({ organization })),
    education: content.educations.map(({ title, organization, from, to }) => said({ institution: organization, area: title, startDate: from, endDate: to })),
    certificates: cv.badges.map(({ name, issuerName, day, href }) => said({ name, issuer: issuerName, date: day, url: href ?? '' })),
    skills: [...cv.skills.attested.map(({ name, badges }) => ({ name, keywords: badges })), ...cv.skills.own.map((name) => ({ name }))],
    languages: cv.languages.map(({ name, level }) => said({ language: name, fluency: level })),
    interests: cv.interests ? [{ name: cv.interests }] : [],
    meta: { version: 'v1.0.0', lastModified: changedAt.toISOString().slice(0, 19) },
  })
}

/** Without what was left empty. */
const said = (fields: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '' && value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0)))
