import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compileTemplate, fillTemplate, type JsonValue, renderTemplate } from '../src/index.ts'
import { canonicalizeByJsonLd } from '../src/proof/canonicalize.ts'
import { matchJson } from '../src/template/holes.ts'
import { anyCredential, anyText, anyUri } from './any-credential.ts'

/** Shapes that are invented, and how many sets of values each is filled with. */
const SHAPES = Number(process.env.FUZZ_RUNS ?? 1000)
const SETS = 6
const HOLES = 8

/** Every place of a text that may be a hole. */
function* textsOf(value: JsonValue, path = ''): Generator<string> {
  if (typeof value === 'string' && !/\/@?type(?:\/\d+)?$/.test(path)) yield path
  if (typeof value !== 'object' || value === null) return
  for (const [key, part] of Object.entries(value)) {
    if (key !== '@context') yield* textsOf(part, `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`)
  }
}

const at = (value: JsonValue, pointer: string) =>
  pointer
    .split('/')
    .slice(1)
    .reduce<JsonValue>((node, key) => (node as Record<string, JsonValue>)[key] as JsonValue, value)

/** A value like the one that stood there, so that most fill; now and then any other. */
const anyLike = (text: string) => (/^(?:https?|urn|did):/.test(text) ? fc.oneof({ weight: 9, arbitrary: anyUri }, anyText) : fc.oneof({ weight: 9, arbitrary: anyText }, anyUri))

/** A credential, some of its places, and sets of values for them. */
const anyCase = anyCredential.chain((credential) => {
  const places = [...textsOf(credential)]
  return fc.uniqueArray(fc.constantFrom(...places), { minLength: 1, maxLength: HOLES }).chain((chosen) => {
    const set = fc.record(Object.fromEntries(chosen.map((pointer) => [pointer, anyLike(at(credential, pointer) as string)])))
    return fc.record({ credential: fc.constant(credential), chosen: fc.constant(chosen), sets: fc.array(set, { minLength: SETS, maxLength: SETS }) })
  })
})

test('a template gives the canonical form of jsonld.js and rdf-canonize for any shape and any values', async () => {
  let compared = 0
  await fc.assert(
    fc.asyncProperty(anyCase, async ({ credential, chosen, sets }) => {
      const template = await compileTemplate(credential, Object.fromEntries(chosen.map((pointer) => [pointer, pointer]))).catch((error) => {
        expect(error.code).toMatch(/^(?:template_not_safe|undefined_term|canonicalization_failed)$/)
        return undefined
      })
      if (!template) return
      for (const values of sets) {
        const text = renderTemplate(template, values)
        expect(matchJson(template.json, text)).toEqual(chosen.map((pointer) => values[pointer]))
        const canonical = fillTemplate(template, values)
        if (canonical === undefined) continue
        compared++
        expect(canonical).toBe(await canonicalizeByJsonLd(JSON.parse(text)))
      }
    }),
    { numRuns: SHAPES },
  )
  expect(compared).toBeGreaterThan(SHAPES * 4.6)
}, 600_000)
