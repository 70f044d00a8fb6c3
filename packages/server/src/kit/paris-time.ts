// Days and hours as people of the platform say them: those of Paris.
const TIME_ZONE = 'Europe/Paris'

/** The moment of a day and an hour. In the hour that comes twice in autumn, the first of the two. */
export function parisTime(day: string, time: string): Date {
  const asUtc = new Date(`${day}T${time}:00Z`)
  const guess = new Date(asUtc.getTime() - offsetAt(asUtc))
  return new Date(asUtc.getTime() - offsetAt(guess))
}

const offsetAt = (moment: Date): number => {
  const { day, time } = inParis(moment)
  return new Date(`${day}T${time}:00Z`).getTime() - Math.floor(moment.getTime() / 60_000) * 60_000
}

/** Made once: making one takes longer than a hundred days said. */
const inFields = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: TIME_ZONE })

/** As a form fills its fields. */
export function inParis(moment: Date): { day: string; time: string } {
  const [day, time] = inFields.format(moment).split(' ')
  return { day: day!, time: time! }
}

export const sayWhen = (moment: Date, locale: 'fr' | 'en'): string =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'fr-FR', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: TIME_ZONE,
  }).format(moment)
