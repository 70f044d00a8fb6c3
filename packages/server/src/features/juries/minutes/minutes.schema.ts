import type { JuryDecision, RecusalKind } from '../juries.schema.ts'
import type { Counts } from '../read/what-is-seen.ts'

export type MinutesMember = { name: string; function: string; isPresident: boolean; isGuest: boolean; isPresent: boolean }
export type MinutesDossier = {
  badge: string
  level: string | null
  nominee: string
  about: string
  voiceCount: number
  votes: Counts
  recusals: { member: string; kind: RecusalKind; word: string }[]
  /** Null when it was left open. */
  decision: JuryDecision | null
  reason: string
  decidedBy: string | null
  /** Why it could not be carried out, if it could not. */
  refusal: string | null
}
/** What was deliberated, as it is signed. Pupils by their first name and class. */
export type Minutes = {
  type: 'JuryMinutes'
  id: string
  issuer: string
  structure: string
  title: string
  place: string
  startsAt: string
  openedAt: string | null
  closedAt: string
  closedBy: string
  quorum: number
  isEmbargoed: boolean
  members: MinutesMember[]
  dossiers: MinutesDossier[]
}
