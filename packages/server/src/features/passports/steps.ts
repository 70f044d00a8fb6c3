// A badge that grows, as the person who holds it sees it: one line with its steps, whoever gave them.
import { inLanguage, type Level } from '#features/achievements/index.ts'
import type { HeldCredential } from '#features/credentials/index.ts'

export type Steps = {
  /** From the first to the highest, with what was received at each; the same level may come from two structures. */
  steps: { level: Level; received: HeldCredential[] }[]
  /** The first level above all that were reached. */
  next: Level | undefined
}

const isReached = ({ state, response }: HeldCredential): boolean => state !== 'revoked' && response !== 'declined'

/** The steps of one badge among what a person holds; undefined for a badge without levels. Its ladder is that of the latest version they hold. */
export function findSteps(held: readonly HeldCredential[], achievementId: string): Steps | undefined {
  const own = held.filter((credential) => credential.achievementId === achievementId && credential.levelId !== null)
  const latest = own.toSorted((one, other) => other.versionNumber - one.versionNumber)[0]
  if (!latest) return undefined
  const steps = latest.content.levels.map((level) => ({ level, received: own.filter((credential) => credential.levelId === level.id && isReached(credential)) }))
  const highest = steps.findLastIndex(({ received }) => received.length > 0)
  return { steps, next: steps[highest + 1]?.level }
}

export const presentLine = ({ steps }: Steps, locale: 'fr' | 'en') => ({
  steps: steps.map(({ level }) => ({ id: level.id, name: inLanguage(level.name, locale) })),
  reached: steps.filter(({ received }) => received.length > 0).map(({ level }) => level.id),
})

/** One card a badge: of one that grows, the highest step stands for all. What was withdrawn stays by itself. */
export function onePerBadge(kept: readonly HeldCredential[]): HeldCredential[] {
  const place = ({ content, levelId }: HeldCredential) => content.levels.findIndex(({ id }) => id === levelId)
  return kept.filter(
    (credential) =>
      credential.levelId === null ||
      !isReached(credential) ||
      !kept.some(
        (other) =>
          other !== credential &&
          other.achievementId === credential.achievementId &&
          isReached(other) &&
          (place(other) > place(credential) || (place(other) === place(credential) && kept.indexOf(other) < kept.indexOf(credential))),
      ),
  )
}
