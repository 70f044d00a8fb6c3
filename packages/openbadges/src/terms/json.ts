/** Any JSON value. */
export type JsonValue = string | number | boolean | null | JsonValue[] | JsonObject
/** A JSON object. */
export type JsonObject = { [key: string]: JsonValue }

/** Whether the value is an object in JSON's sense: not null, not an array. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** JSON-LD writes one value or an array of them: always an array here, empty for nothing. */
export function asArray<T>(value: T | readonly T[] | null | undefined): T[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? [...value] : [value as T]
}

/** The `type` (or `@type`) of a node as an array of texts. */
export function typesOf(node: JsonObject): string[] {
  return asArray(node.type ?? node['@type']).filter((type) => typeof type === 'string')
}

/**
 * A deep copy that shares nothing with the original; members that are `undefined` are left out, as in JSON.
 *
 * @throws RangeError for a value that contains itself
 * @see https://www.rfc-editor.org/rfc/rfc8259
 * @example
 * const copy = cloneJson(credential)
 */
export function cloneJson<T>(value: T): T {
  if (Array.isArray(value)) return value.map(cloneJson) as T
  if (typeof value !== 'object' || value === null) return value
  const copy: Record<string, unknown> = {}
  for (const [key, part] of Object.entries(value)) {
    if (part !== undefined) copy[key] = cloneJson(part)
  }
  return copy as T
}
