const DAY = 86_400_000

/** A morning so many days ago, moved back to the Friday when it falls on a weekend. */
export function schoolDay(now: Date, daysAgo: number): Date {
  const day = new Date(now.getTime() - daysAgo * DAY)
  const weekend = { 0: 2, 6: 1 }[day.getUTCDay()] ?? 0
  const morning = new Date(day.getTime() - weekend * DAY)
  return daysAgo > 0 ? new Date(Math.min(morning.setUTCHours(9, 15, 0, 0), now.getTime())) : now
}

export const daysAfter = (date: Date, days: number): Date => new Date(date.getTime() + days * DAY)
