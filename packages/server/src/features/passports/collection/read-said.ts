import type { ImportedDocument } from '../imports/read-imports.ts'
import { achievementsOf, credentialOf, isObject, list, subjectsOf, webAddress, words } from './parts-of-import.ts'

/** What a badge says beside its name: what it asked for, what was written of this one award, and what shows it. Texts are Markdown. */
export type Said = {
  criteria: { narrative: string; url: string | null }
  narrative: string
  evidence: { name: string; url: string | null; narrative: string }[]
}

const LONG = 10_000
/** A record of several badges may hold hundreds of pieces. */
const MOST_EVIDENCE = 30

export function readSaid(imported: ImportedDocument): Said {
  const credential = credentialOf(imported)
  const criteria = list(achievementsOf(credential)[0]?.criteria)[0]
  const evidence = [...list(credential.evidence), ...subjectsOf(credential).flatMap((subject) => [...list(subject.evidence)])].slice(0, MOST_EVIDENCE)
  return {
    criteria: isObject(criteria)
      ? { narrative: words(criteria.narrative, LONG) ?? '', url: webAddress(criteria.id) }
      : { narrative: webAddress(criteria) ? '' : (words(criteria, LONG) ?? ''), url: webAddress(criteria) },
    narrative: words(subjectsOf(credential)[0]?.narrative, LONG) ?? words(credential.narrative, LONG) ?? '',
    evidence: evidence.map((piece) =>
      isObject(piece)
        ? { name: words(piece.name) ?? '', url: webAddress(piece.id), narrative: words(piece.narrative, LONG) ?? words(piece.description, LONG) ?? '' }
        : { name: '', url: webAddress(piece), narrative: '' },
    ),
  }
}
