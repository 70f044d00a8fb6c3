import { z } from 'zod'

/** An absolute URI of any scheme: `https:`, `did:`, `urn:` … without spaces or quotes. */
export const Uri = z.string().regex(/^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`]+$/, 'must be an absolute URI')

/** `2026-11-23T10:00:00Z` or with an offset: the time zone is mandatory. */
export const DateTimeZ = z
  .string()
  .regex(
    /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/,
    'must be a date and time with a time zone',
  )

/** One value or several, as JSON-LD allows everywhere. */
export const oneOrMany = <T extends z.ZodType>(schema: T) => z.union([schema, z.array(schema)])

/** A `type` that holds at least the given name; other types beside it are fine. */
export const typeWith = <const N extends string>(...names: N[]) =>
  z.union([z.string(), z.array(z.string()).min(1)]).refine((type) => names.some((name) => (Array.isArray(type) ? type : [type]).includes(name)), {
    error: `must include ${names.join(' or ')}`,
  })

/** A text, or texts by language tag (`{"fr": "…", "en": "…"}`). */
export const Text = z.union([z.string(), z.record(z.string(), z.string())])

/** @see https://www.imsglobal.org/spec/ob/v3p0/#image */
export const Image = z.looseObject({
  id: Uri,
  type: typeWith('Image'),
  caption: Text.optional(),
})

/** @see https://www.imsglobal.org/spec/ob/v3p0/#identifierentry */
export const IdentifierEntry = z.looseObject({
  type: typeWith('IdentifierEntry'),
  identifier: z.string(),
  identifierType: z.string(),
})

/** @see https://www.imsglobal.org/spec/ob/v3p0/#identityobject */
export const IdentityObject = z.looseObject({
  type: typeWith('IdentityObject'),
  hashed: z.boolean(),
  identityHash: z.string(),
  identityType: z.string(),
  salt: z.string().optional(),
})

/** @see https://www.imsglobal.org/spec/ob/v3p0/#alignment */
export const Alignment = z.looseObject({
  type: typeWith('Alignment'),
  targetName: Text,
  targetUrl: Uri,
  targetCode: z.string().optional(),
  targetDescription: Text.optional(),
  targetFramework: z.string().optional(),
  targetType: z.string().optional(),
})

/** @see https://www.imsglobal.org/spec/ob/v3p0/#evidence */
export const Evidence = z.looseObject({
  id: Uri.optional(),
  type: typeWith('Evidence'),
  narrative: Text.optional(),
  name: Text.optional(),
  description: Text.optional(),
  genre: Text.optional(),
  audience: Text.optional(),
})

export type Image = z.infer<typeof Image>
export type IdentifierEntry = z.infer<typeof IdentifierEntry>
export type IdentityObject = z.infer<typeof IdentityObject>
export type Alignment = z.infer<typeof Alignment>
export type Evidence = z.infer<typeof Evidence>
