type Named = { givenName: string; familyName: string; className: string }

/** By the first name, with the initial of the other when two in the class share it, so that each gets their own. */
export function callPupil(pupil: Named, all: readonly Named[]): string {
  const hasNamesake = all.some((other) => other.givenName === pupil.givenName && other.className === pupil.className && other.familyName !== pupil.familyName)
  return hasNamesake && pupil.familyName ? `${pupil.givenName} ${[...pupil.familyName][0]!.toUpperCase()}.` : pupil.givenName
}
