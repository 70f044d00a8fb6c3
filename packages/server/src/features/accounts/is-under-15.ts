const parse = (birthDate: string | Date): Date => (typeof birthDate === 'string' ? new Date(`${birthDate.slice(0, 10)}T00:00:00Z`) : birthDate)

/** When somebody decides alone. 29 February becomes 1 March in a common year: a child turns fifteen once the day has come, never before. */
export function fifteenthBirthday(birthDate: string | Date): Date {
  const born = parse(birthDate)
  return new Date(Date.UTC(born.getUTCFullYear() + 15, born.getUTCMonth(), born.getUTCDate()))
}

/** The age of digital consent in France: below it nobody is named in public. Without a birth date nobody is presumed a child. */
export const isUnder15 = (birthDate: string | Date | null, now: Date): boolean => birthDate !== null && birthDate !== '' && now < fifteenthBirthday(birthDate)
