import { z } from 'zod'
import { oneOrMany, Text, Uri } from '../terms/shared.ts'

/** Open Badges 2.0 dates: ISO 8601, the time and its zone optional in older badges. */
const Date2 = z.string().regex(/^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/, 'must be an ISO 8601 date')

/** An image is an address, or an object about one; an assertion’s may not be data. */
const Image2 = z.union([Uri, z.looseObject({ id: Uri })])

const type2 = (...names: string[]) =>
  z
    .union([z.string(), z.array(z.string()).min(1)])
    .refine((type) => names.some((name) => (Array.isArray(type) ? type : [type]).includes(name)), { error: `must include ${names.join(' or ')}` })

/** @see https://www.imsglobal.org/spec/ob/v2p0/#profile */
export const Issuer = z.looseObject({
  id: Uri,
  type: type2('Issuer', 'Profile'),
  name: Text,
  url: Uri.optional(),
  email: z.string().optional(),
  description: Text.optional(),
  image: Image2.optional(),
  publicKey: oneOrMany(z.union([Uri, z.looseObject({ id: Uri })])).optional(),
  verification: z.looseObject({}).optional(),
  revocationList: z.union([Uri, z.looseObject({})]).optional(),
})

/** @see https://www.imsglobal.org/spec/ob/v2p0/#badgeclass */
export const BadgeClass = z.looseObject({
  id: Uri,
  type: type2('BadgeClass'),
  name: Text,
  description: Text,
  image: Image2.optional(),
  criteria: z.union([Uri, z.looseObject({})]),
  issuer: z.union([Uri, z.looseObject({})]),
  alignment: oneOrMany(z.looseObject({})).optional(),
  tags: oneOrMany(z.string()).optional(),
})

/** @see https://www.imsglobal.org/spec/ob/v2p0/#assertion */
export const Assertion = z.looseObject({
  id: Uri,
  type: type2('Assertion'),
  recipient: z.looseObject({ identity: z.string(), type: z.string(), hashed: z.boolean(), salt: z.string().optional() }),
  badge: z.union([Uri, z.looseObject({})]),
  verification: z.looseObject({ type: oneOrMany(z.string()) }),
  issuedOn: Date2,
  expires: Date2.optional(),
  image: Image2.refine((image) => !String(typeof image === 'string' ? image : image.id).startsWith('data:'), { error: 'must not be data' }).optional(),
  evidence: oneOrMany(z.union([Uri, z.looseObject({})])).optional(),
  narrative: Text.optional(),
  revoked: z.boolean().optional(),
  revocationReason: z.string().optional(),
})

/** @see https://www.imsglobal.org/spec/ob/v2p0/#endorsement */
export const Endorsement = z.looseObject({
  id: Uri,
  type: type2('Endorsement'),
  claim: z.looseObject({ id: Uri, endorsementComment: Text.optional() }),
  issuer: z.union([Uri, z.looseObject({})]),
  issuedOn: Date2,
  expires: Date2.optional(),
  verification: z.looseObject({ type: oneOrMany(z.string()) }),
  revoked: z.boolean().optional(),
  revocationReason: z.string().optional(),
})

export type Issuer = z.infer<typeof Issuer>
export type BadgeClass = z.infer<typeof BadgeClass>
export type Assertion = z.infer<typeof Assertion>
