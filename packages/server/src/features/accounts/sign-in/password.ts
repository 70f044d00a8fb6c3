// Passwords: argon2id (19 MiB, two passes), and the few rules that stop the guesses made first.
import { hash, verify } from '@node-rs/argon2'
import { refuse } from '../accounts.errors.ts'
import { COMMON_PASSWORDS } from './common-passwords.table-data.ts'

export const MIN_PASSWORD = 12
const MAX_PASSWORD = 200

// The same letters typed on another keyboard may be other bytes: é is one character or two.
const normalize = (password: string) => password.normalize('NFKC')

export const hashPassword = (password: string): Promise<string> => hash(normalize(password))

/** With no hash to compare to, works as long as with one: how long it takes does not tell whether an account exists. */
export async function verifyPassword(password: string, storedHash: string | null | undefined): Promise<boolean> {
  const isRight = await verify(storedHash ?? (await nobodysHash), normalize(password))
  return isRight && storedHash != null
}
const nobodysHash = hash('the password of nobody at all')

/** `about`: names and addresses of this person, which others try first. */
export function assertGoodPassword(password: string, about: readonly string[]): void {
  const plain = normalize(password).toLowerCase()
  if ([...plain].length < MIN_PASSWORD) throw refuse('password_too_short', { min: MIN_PASSWORD })
  if ([...plain].length > MAX_PASSWORD) throw refuse('password_too_long', { max: MAX_PASSWORD })
  if (isCommon(plain)) throw refuse('password_too_common')
  if (isAbout(plain, about)) throw refuse('password_about_you')
}

/** A well-known password, with figures around it or not; few different characters; or a run of neighbours. */
function isCommon(plain: string): boolean {
  const bare = plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  return COMMON_PASSWORDS.has(plain) || COMMON_PASSWORDS.has(bare) || new Set(plain).size < 5 || isRun(plain)
}

function isRun(plain: string): boolean {
  const codes = [...plain].map((character) => character.codePointAt(0)!)
  const steps = codes.slice(1).map((code, index) => code - codes[index]!)
  return steps.filter((step) => Math.abs(step) <= 1).length >= steps.length * 0.8
}

/** Their own name or address, and little else. */
function isAbout(plain: string, about: readonly string[]): boolean {
  const words = about.flatMap((text) => text.toLowerCase().split(/[\s@._-]+/)).filter((word) => word.length >= 4)
  const rest = words.reduce((text, word) => text.replaceAll(word, ''), plain)
  return rest !== plain && rest.replace(/[^\p{L}]/gu, '').length < 4
}
