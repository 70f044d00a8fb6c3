import { asArray, isJsonObject, type JsonObject } from '../terms/json.ts'
import { type Loader, loadJson } from './load-document.ts'
import { matchSchema } from './match-schema.ts'
import { type Check, toCheck } from './report.ts'
import type { Verification } from './verification.ts'

/** A schema of 1EdTech for these terms: what the terms of this package already check. */
const KNOWN_SCHEMA = /^https:\/\/purl\.imsglobal\.org\/spec\/(?:ob|clr)\/v\dp\d\/schema\/json\/[\w.-]+\.json$/
/** The types of schemas that are JSON Schemas by themselves. */
const JSON_SCHEMAS: readonly unknown[] = ['1EdTechJsonSchemaValidator2019', 'JsonSchema']
const MAX_SCHEMAS = 8

/**
 * The end of step 1: the credential meets every schema that it names. A schema that cannot be loaded, or asks for what
 * is not understood here, leaves the question open.
 *
 * @see https://www.imsglobal.org/spec/ob/v3p0/#credentialschema
 */
export async function checkSchemas({ document, loader }: Pick<Verification, 'document' | 'loader'>): Promise<Check> {
  const schemas = asArray(document.credentialSchema).filter(isJsonObject)
  const unsupported = (detail: string) => toCheck('conformance', 'undetermined', 'unsupported_schema', detail)
  if (schemas.length > MAX_SCHEMAS) return unsupported(`${schemas.length} schemas`)
  const checks: Check[] = []
  for (const { id, type } of schemas) {
    if (KNOWN_SCHEMA.test(String(id))) continue
    if (!JSON_SCHEMAS.includes(type)) checks.push(unsupported(`${type} ${id}`))
    else checks.push(await checkSchema(String(id), document, loader))
  }
  const worst = checks.find(({ outcome }) => outcome === 'failed') ?? checks.find(({ outcome }) => outcome === 'undetermined')
  return worst ?? toCheck('conformance', 'passed')
}

async function checkSchema(url: string, document: JsonObject, loader: Loader): Promise<Check> {
  const loaded = await loadJson(loader, url)
  if (!loaded.ok) return toCheck('conformance', 'undetermined', loaded.outcome === 'undetermined' ? loaded.code : 'unsupported_schema', loaded.detail)
  const finding = matchSchema(loaded.value, document)
  if (finding.outcome === 'met') return toCheck('conformance', 'passed')
  if (finding.outcome === 'not-met') return toCheck('conformance', 'failed', 'schema_not_met', `${url}: ${finding.detail}`)
  return toCheck('conformance', 'undetermined', 'unsupported_schema', `${url}: ${finding.detail}`)
}
