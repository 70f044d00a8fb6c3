// What a person knows: a password, or four pictures in order. Both are kept as argon2id hashes, with their kind beside them.
import { refuse } from '../accounts.errors.ts'
import { PICTURES, type Secret } from '../accounts.schema.ts'
import { assertGoodPassword, hashPassword, verifyPassword } from './password.ts'

type Stored = { password_hash: string | null; secret_kind: string }

const textOf = (secret: Secret): string => (secret.kind === 'password' ? secret.password : secret.pictures.join('\0'))

export const hashSecret = (secret: Secret): Promise<string> => hashPassword(textOf(secret))

/** One kind never stands for the other. Takes as long for nobody as for somebody. */
export const verifySecret = (secret: Secret, stored: Stored | undefined): Promise<boolean> =>
  verifyPassword(textOf(secret), stored?.secret_kind === secret.kind ? stored.password_hash : null)

export function assertGoodSecret(secret: Secret, about: readonly string[]): void {
  if (secret.kind === 'password') assertGoodPassword(secret.password, about)
  else if (isRow(secret.pictures.map((picture) => PICTURES.indexOf(picture)))) throw refuse('pictures_too_easy')
}

/** The same four times, or four neighbours as they stand on the page: what others try first. */
function isRow(places: readonly number[]): boolean {
  const steps = new Set(places.slice(1).map((place, index) => place - places[index]!))
  return steps.size === 1 && [0, 1, -1].includes([...steps][0]!)
}
