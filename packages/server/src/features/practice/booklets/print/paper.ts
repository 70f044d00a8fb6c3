// What one sheet says, in words that are ready to print.
import type { CellState } from '../../practice.schema.ts'

export type PaperPeriod = { name: string; days: string; standing: string }
/** `story`: what happened, one step after the other. */
export type PaperBadge = { imageKey: string; name: string; state: CellState; standing: string; story: readonly string[] }
export type PaperAdvice = { badge: string; steps: readonly { when: string; lines: readonly string[] }[]; toRedo: string }
export type PaperSentence = { about: string; text: string }

export type Paper = {
  organization: string
  schoolYear: string
  name: string
  className: string
  programme: string
  teachers: string
  /** Where it is read and written on a screen. */
  address: string
  periods: readonly PaperPeriod[]
  badges: readonly PaperBadge[]
  advice: readonly PaperAdvice[]
  /** A QR for each badge that has something to redo. */
  redo: readonly { address: string; caption: string }[]
  sentences: readonly PaperSentence[]
}

/** The words that are the same on all. */
export type PaperWords = {
  title: string
  lang: string
  heading: string
  online: string
  badges: string
  advice: string
  noAdvice: string
  redo: string
  sentences: string
  noSentences: string
  notes: string
  signatures: readonly string[]
  foot: string
  more: string
}
