import { expect, test } from 'vitest'
import type { JsonObject, JsonValue } from '../terms/json.ts'
import { matchSchema } from './match-schema.ts'
import { compilePattern } from './safe-pattern.ts'

const outcomeOf = (schema: object, value: JsonValue) => matchSchema(schema as JsonObject, value).outcome

test.each<[object, JsonValue[], JsonValue[]]>([
  [{ type: 'string' }, ['', 'x'], [1, null, {}]],
  [{ type: ['integer', 'null'] }, [1, 1.0, null], [1.5, '1', []]],
  [{ properties: { a: { type: 'string' } }, required: ['a'] }, [{ a: '' }, 'not an object', []], [{}, { a: 1 }]],
  [{ properties: { a: {} }, additionalProperties: false }, [{ a: 1 }, {}], [{ b: 1 }]],
  [{ patternProperties: { '^x-': { type: 'number' } }, additionalProperties: { type: 'string' } }, [{ 'x-a': 1, b: 'b' }], [{ 'x-a': 'a' }, { b: 1 }]],
  [{ propertyNames: { maxLength: 2 } }, [{ ab: 1 }], [{ abc: 1 }]],
  [{ enum: ['a', 1, null] }, ['a', 1, null], ['b', 2]],
  [{ const: 'a' }, ['a'], ['b', ['a']]],
  [{ items: { type: 'number' }, minItems: 1, maxItems: 2, uniqueItems: true }, [[1], [1, 2], 'x'], [[], ['a'], [1, 1], [1, 2, 3]]],
  [
    { uniqueItems: true },
    [[{ a: 1, b: 2 }, { a: 1 }]],
    [
      [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
    ],
  ],
  [{ items: [{ type: 'number' }], additionalItems: false }, [[1], []], [[1, 2], ['a']]],
  [{ prefixItems: [{ type: 'number' }], items: { type: 'string' } }, [[1, 'a']], [[1, 2]]],
  [{ contains: { const: 3 } }, [[1, 3]], [[1], []]],
  [{ minLength: 2, maxLength: 3 }, ['ab', '🎓🎓'], ['a', 'abcd']],
  [{ minimum: 1, exclusiveMinimum: true, maximum: 3 }, [1.1, 3], [1, 3.1]],
  [{ exclusiveMinimum: 1, exclusiveMaximum: 3 }, [2], [1, 3]],
  [{ multipleOf: 0.1 }, [0.3, 1], [0.35]],
  [{ minProperties: 1, maxProperties: 1 }, [{ a: 1 }], [{}, { a: 1, b: 2 }]],
  [{ pattern: '^a+b$' }, ['aab', 1], ['ba']],
  [{ format: 'uri' }, ['https://a.example', 1], ['a b']],
  [{ format: 'date-time' }, ['2026-11-23T10:00:00Z'], ['2026-11-23', '2026-02-30T10:00:00Z']],
  [{ allOf: [{ minimum: 1 }, { maximum: 2 }] }, [1], [3]],
  [{ anyOf: [{ type: 'string' }, { minimum: 5 }] }, ['a', 6], [1]],
  [{ oneOf: [{ minimum: 1 }, { minimum: 5 }] }, [2], [0, 6]],
  [{ not: { type: 'string' } }, [1], ['a']],
  [JSON.parse('{"if":{"required":["a"]},"then":{"required":["b"]},"else":{"required":["c"]}}'), [{ a: 1, b: 1 }, { c: 1 }], [{ a: 1 }, {}]],
  [{ dependentRequired: { a: ['b'] } }, [{ a: 1, b: 1 }, {}], [{ a: 1 }]],
  [{ dependencies: { a: { required: ['b'] } } }, [{ a: 1, b: 1 }], [{ a: 1 }]],
  [{ $ref: '#/definitions/Name', definitions: { Name: { type: 'string' } } }, ['a'], [1]],
  [{ properties: { child: { $ref: '#' } }, additionalProperties: false }, [{ child: { child: {} } }], [{ child: { other: 1 } }]],
  [{ $schema: 'http://json-schema.org/draft-04/schema#', properties: { a: { $ref: '#/definitions/A', type: 'number' } }, definitions: { A: {} } }, [{ a: 'a' }], []],
  [{ required: ['toString'] }, [], [{}]],
])('%j', (schema, right, wrong) => {
  for (const value of right) expect([value, outcomeOf(schema, value)]).toEqual([value, 'met'])
  for (const value of wrong) expect([value, outcomeOf(schema, value)]).toEqual([value, 'not-met'])
})

test.each([
  { unevaluatedProperties: false },
  { invented: true },
  { type: 'text' },
  { format: 'hostname' },
  { $ref: 'https://a.example/schema.json' },
  { $ref: '#/definitions/Absent' },
  { $ref: '#' },
  { properties: { a: { $id: 'https://a.example', $ref: '#/x' } } },
  { enum: [{ a: 1 }] },
  { properties: { a: 'string' } },
  { minLength: '1' },
  { required: true },
  { properties: { a: { pattern: '(a+)+$' } } },
])('what is not understood is never met: %j', (schema) => {
  expect(outcomeOf(schema, { a: 'aaa' })).toBe('not-understood')
})

test('a problem says where it is', () => {
  expect(matchSchema({ properties: { a: { items: { required: ['b'] } } } }, { a: [{ b: 1 }, {}] })).toEqual({ outcome: 'not-met', detail: 'a.1.b is missing' })
})

test('a schema that is made to take the machine is not understood, soon', () => {
  const doubling = {
    $ref: '#/definitions/0',
    definitions: Object.fromEntries(Array.from({ length: 50 }, (_, index) => [index, { allOf: Array(2).fill({ $ref: `#/definitions/${index + 1}` }) }])),
  }
  expect(outcomeOf(doubling, 'x')).toBe('not-understood')
  expect(outcomeOf({ items: { pattern: '^a*b*c*$' } }, Array(5000).fill('a'.repeat(20)))).toBe('not-understood')
  expect(outcomeOf({ pattern: '^a*b*c*$' }, 'a'.repeat(100_000))).toBe('not-understood')
})

test('only patterns whose worst case is small are run', () => {
  for (const pattern of ['(a+)+$', '(a|a)*', '(a?){30}', '(a*)*', '((a))*', '\\1(a)', '(?=a)', '(?<n>a)', '(', `${'a?'.repeat(30)}a`, `${'(a|a)'.repeat(30)}b`, '(?:a+){2,}'])
    expect([pattern, compilePattern(pattern)]).toEqual([pattern, undefined])
  for (const pattern of ['^[a-z]{2}(-[A-Z]{2})?$', '(ext:)[a-z|A-Z|0-9|.|-|_]+', '^https:\\/\\/a\\.example(-3\\.\\d)*$', '^[\\w-]+\\.[\\w-]*\\.[\\w-]+$'])
    expect([pattern, typeof compilePattern(pattern)]).toEqual([pattern, 'object'])
})
