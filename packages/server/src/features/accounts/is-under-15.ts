/** The age of digital consent in France: below it nobody is named in public. Without a birth date nobody is presumed a child. */
export function isUnder15(birthDate: string | Date | null, now: Date): boolean {
  if (!birthDate) return false
  const born = typeof birthDate === 'string' ? new Date(`${birthDate.slice(0, 10)}T00:00:00Z`) : birthDate
  // 29 February becomes 1 March in a common year: a child turns fifteen once the day has come, never before.
  return now.getTime() < Date.UTC(born.getUTCFullYear() + 15, born.getUTCMonth(), born.getUTCDate())
}
