/** "2026-2027": the school year a date falls in. It turns in August, when the next one is prepared. */
export function schoolYearOf(date: Date): string {
  const first = date.getUTCMonth() >= 7 ? date.getUTCFullYear() : date.getUTCFullYear() - 1
  return `${first}-${first + 1}`
}
