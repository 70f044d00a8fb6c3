import { fromAssertion, type JsonObject, type JsonValue } from '@boat/openbadges'

/** What a credential says of one award, of whatever version: how the badge is obtained, what was recognised, what shows it. */
export type Said = {
  criteria: string | null
  criteriaUrl: string | null
  narrative: string | null
  evidence: { name: string | null; url: string | null; narrative: string | null }[]
}

export function readSaid(document: JsonObject, version: string): Said {
  const credential = /^[012]\./.test(version) ? fromAssertion(document) : document
  const subject = first(credential.credentialSubject)
  const criteria = first(subject?.achievement)?.criteria
  const told = first(criteria)
  return {
    criteria: words(told?.narrative),
    criteriaUrl: address(told?.id ?? criteria),
    narrative: words(subject?.narrative),
    evidence: [...list(credential.evidence)]
      .map((piece) =>
        isObject(piece) ? { name: words(piece.name), url: address(piece.id), narrative: words(piece.narrative) } : { name: null, url: address(piece), narrative: null },
      )
      .filter(({ url, narrative }) => url !== null || narrative !== null),
  }
}

const list = (value: JsonValue | undefined): readonly JsonValue[] => (value === undefined ? [] : Array.isArray(value) ? value : [value])
const isObject = (value: JsonValue): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value)
const first = (value: JsonValue | undefined): JsonObject | undefined => list(value).find(isObject)
const words = (value: JsonValue | undefined): string | null => (typeof value === 'string' && value.trim() ? value.trim().slice(0, 5000) : null)
const address = (value: JsonValue | undefined): string | null => (typeof value === 'string' && /^https?:\/\//i.test(value) && URL.canParse(value) ? value : null)
