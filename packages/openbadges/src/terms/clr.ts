import { z } from 'zod'
import { ProfileRef } from './profile.ts'
import { DateTimeZ, IdentityObject, oneOrMany, Text, typeWith, Uri } from './shared.ts'

/**
 * A wrapper of a person's credentials, and how they relate.
 *
 * @see https://www.imsglobal.org/spec/clr/v2p0/#clrcredential
 */
export const ClrCredential = z.looseObject({
  '@context': z.array(z.string()).min(2),
  id: Uri,
  type: typeWith('VerifiableCredential').and(typeWith('ClrCredential')),
  name: Text,
  issuer: ProfileRef,
  validFrom: DateTimeZ.optional(),
  validUntil: DateTimeZ.optional(),
  issuanceDate: DateTimeZ.optional(),
  expirationDate: DateTimeZ.optional(),
  credentialSubject: z.looseObject({
    id: Uri.optional(),
    type: typeWith('ClrSubject'),
    identifier: oneOrMany(IdentityObject).optional(),
    verifiableCredential: z.array(z.looseObject({})).min(1),
    association: oneOrMany(z.looseObject({ associationType: z.string(), sourceId: Uri, targetId: Uri })).optional(),
  }),
})

export type ClrCredential = z.infer<typeof ClrCredential>
