import type { Ctx } from '#ctx'
import { nameAtLevel } from '#features/achievements/index.ts'
import { inParis } from '#kit/paris-time.ts'
import { effectiveDisplay, shownName } from '../browser/shown-name.ts'
import type { Recipient } from '../planning/get-ceremony.ts'

export type PresentedRecipient = ReturnType<typeof presentRecipient>

/** As those who run the ceremony read it: the whole name, and what the hall will see of it. */
export const presentRecipient = (ctx: Ctx, recipient: Recipient) => ({
  recipientId: recipient.recipientId,
  nominationId: recipient.nominationId,
  name: `${recipient.givenName} ${recipient.familyName}`.trim(),
  className: recipient.className,
  badge: { name: nameAtLevel(recipient.content, recipient.levelId, ctx.locale), imageId: recipient.imageId },
  citation: recipient.citation,
  handedBy: recipient.handedBy,
  pronunciation: recipient.pronunciation,
  display: recipient.display,
  wish: recipient.wish,
  shownAs: effectiveDisplay(recipient),
  shown: shownName(recipient),
  photo: recipient.photo,
  presence: recipient.presence,
  markedAt: recipient.markedAt && inParis(recipient.markedAt).time,
  outcome: recipient.outcome,
  problem: recipient.problem,
  credentialId: recipient.credentialId,
})

/** Class by class, in the order of the ceremony. */
export const byClass = <Row extends { className: string }>(rows: readonly Row[]): { className: string; people: Row[] }[] =>
  [...Map.groupBy(rows, ({ className }) => className)].map(([className, people]) => ({ className, people }))

export const countPresences = (rows: readonly { presence: string }[]) => ({
  total: rows.length,
  handed: rows.filter(({ presence }) => presence === 'handed').length,
  absent: rows.filter(({ presence }) => presence === 'absent').length,
})
