type Named = { givenName: string; familyName: string; className: string }

/** By the first name, with the initial of the other when two in the class share it, so that each gets their own. */
export function callPupil(pupil: Named, all: readonly Named[]): string {
  const hasNamesake = all.some((other) => other.givenName === pupil.givenName && other.className === pupil.className && other.familyName !== pupil.familyName)
  return hasNamesake && pupil.familyName ? `${pupil.givenName} ${[...pupil.familyName][0]!.toUpperCase()}.` : pupil.givenName
}

/** An adult by their full name, anybody else as a pupil. */
export const callByName = (row: Named & { isAdult: boolean }, rows: readonly Named[]): string => (row.isAdult ? `${row.givenName} ${row.familyName}`.trim() : callPupil(row, rows))
