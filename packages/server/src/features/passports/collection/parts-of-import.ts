// An imported document of whatever version, read as Open Badges 3.0 words it. Strangers wrote it: nothing is taken to be there.
import { fromAssertion, type JsonObject, type JsonValue } from '@boat/openbadges'
import type { ImportedDocument } from '../imports/read-imports.ts'

export const isBefore3 = (version: string): boolean => /^[012]\./.test(version)
export const credentialOf = ({ document, version }: ImportedDocument): JsonObject => (isBefore3(version) ? fromAssertion(document) : document)
export const subjectsOf = (credential: JsonObject): JsonObject[] => list(credential.credentialSubject).filter(isObject)
export const achievementsOf = (credential: JsonObject): JsonObject[] => subjectsOf(credential).flatMap(({ achievement }) => list(achievement).filter(isObject))

export const list = (value: JsonValue | undefined): readonly JsonValue[] => (value === undefined ? [] : Array.isArray(value) ? value : [value])
export const isObject = (value: JsonValue | undefined): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value)
export const words = (value: unknown, most = 300): string | undefined => (typeof value === 'string' && value.trim() ? value.trim().slice(0, most) : undefined)
export const webAddress = (value: unknown): string | null => {
  const address = words(value, 2000)
  return address && /^https?:\/\//i.test(address) && URL.canParse(address) ? address : null
}
