import fc from 'fast-check'
import { type AchievementCredentialInput, buildAchievementCredential, identityObject, type JsonObject } from '../src/index.ts'

/** Texts that have broken canonicalisers: quotes, newlines, controls, emoji, right-to-left, private use, empty. */
export const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 8 }).filter((text) => text.isWellFormed()),
  fc.constantFrom('', '"', '\\', '\n', '\t\r\b\f', '\u007f\u0000', '😀', '\ufdd0', 'مرحبا', '\u{10ffff}\uffff', '_:c14n0', '<a> "b" .', '\u2028', 'a\u0301', 'á'),
)

/** Addresses, of every scheme that credentials have, some with letters that N-Quads escape. */
export const anyUri = fc.oneof(
  fc.webUrl({ withFragments: true, withQueryParameters: true }).filter((url) => /^[^\s<>"{}|\\^`]+$/.test(url)),
  fc.uuid().map((id) => `urn:uuid:${id}`),
  fc.stringMatching(/^[a-z0-9]{1,12}$/).map((name) => `did:web:${name}.example`),
  fc.stringMatching(/^[a-zé😀]{1,6}$/u).map((name) => `https://badges.example/${name}`),
)

const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 })
const record = <T extends Record<string, fc.Arbitrary<unknown>>>(shape: T) => fc.record(shape, { requiredKeys: [] })
const moments = fc.date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2100-01-01T00:00:00Z'), noInvalidDate: true })
const anyEvidence = record({ id: anyUri, name: anyText, narrative: anyText, genre: anyText })
const anyAlignment = fc.record({ targetName: anyText, targetUrl: anyUri, targetCode: anyText })

/** Inputs of every shape, with values of every kind. */
export const anyInput: fc.Arbitrary<AchievementCredentialInput> = fc
  .record({
    id: anyUri,
    issuer: fc.record({ id: anyUri, name: anyText, url: optional(anyUri), email: optional(anyText), image: optional(anyUri) }),
    recipient: fc.record({
      id: optional(anyUri),
      identifier: fc.uniqueArray(
        fc.record({ value: anyText.map((text) => `x${text}`), salt: anyText.map((text) => `s${text}`) }).map((value) => identityObject({ type: 'emailAddress', ...value })),
        {
          minLength: 1,
          maxLength: 2,
        },
      ),
    }),
    achievement: fc.record({
      id: anyUri,
      name: anyText,
      description: anyText,
      criteria: fc.record({ id: optional(anyUri), narrative: anyText }),
      achievementType: optional(fc.constantFrom('Badge', 'Competency', 'ext:Other')),
      alignment: optional(fc.array(anyAlignment, { maxLength: 3 })),
      tag: optional(fc.array(anyText, { maxLength: 3 })),
      creditsAvailable: optional(fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }))),
      image: optional(anyUri),
      inLanguage: optional(fc.constantFrom('fr', 'en')),
      resultDescription: optional(
        fc.array(fc.record({ id: anyUri, name: anyText, resultType: fc.constant('LetterGrade'), allowedValue: fc.array(anyText, { maxLength: 4 }) }), { maxLength: 2 }),
      ),
    }),
    validFrom: moments,
    validUntil: optional(moments),
    name: optional(anyText),
    evidence: optional(fc.array(anyEvidence, { maxLength: 3 })),
    subject: optional(record({ narrative: anyText, role: anyText, licenseNumber: anyText, creditsEarned: fc.double({ noNaN: true, noDefaultInfinity: true }) })),
  })
  .map((input) => JSON.parse(JSON.stringify(input)) as AchievementCredentialInput)

/** Credentials of every shape. What the terms refuse is not generated. */
export const anyCredential: fc.Arbitrary<JsonObject> = anyInput
  .map((input) => {
    try {
      return JSON.parse(JSON.stringify(buildAchievementCredential(input))) as JsonObject
    } catch {
      return undefined
    }
  })
  .filter((credential) => credential !== undefined)
