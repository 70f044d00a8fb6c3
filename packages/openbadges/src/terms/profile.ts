import { z } from 'zod'
import { IdentifierEntry, Image, oneOrMany, Text, typeWith, Uri } from './shared.ts'

/** @see https://www.imsglobal.org/spec/ob/v3p0/#address */
export const Address = z.looseObject({
  type: typeWith('Address'),
  addressCountry: z.string().optional(),
  addressCountryCode: z.string().optional(),
  addressRegion: z.string().optional(),
  addressLocality: z.string().optional(),
  streetAddress: z.string().optional(),
  postOfficeBoxNumber: z.string().optional(),
  postalCode: z.string().optional(),
  geo: z.looseObject({ type: typeWith('GeoCoordinates'), latitude: z.number(), longitude: z.number() }).optional(),
})

/**
 * An issuer, an endorser, a creator, a person: who does something.
 *
 * @see https://www.imsglobal.org/spec/ob/v3p0/#profile
 */
export const Profile = z.looseObject({
  id: Uri,
  type: typeWith('Profile'),
  name: Text.optional(),
  url: Uri.optional(),
  phone: z.string().optional(),
  description: Text.optional(),
  image: z.union([Uri, Image]).optional(),
  email: z.string().optional(),
  address: Address.optional(),
  otherIdentifier: oneOrMany(IdentifierEntry).optional(),
  official: z.string().optional(),
  get parentOrg() {
    return z.union([Uri, Profile]).optional()
  },
  familyName: z.string().optional(),
  givenName: z.string().optional(),
  additionalName: z.string().optional(),
  patronymicName: z.string().optional(),
  honorificPrefix: z.string().optional(),
  honorificSuffix: z.string().optional(),
  familyNamePrefix: z.string().optional(),
  dateOfBirth: z.string().optional(),
})

/** A profile, or only its id. */
export const ProfileRef = z.union([Uri, Profile])

export type Address = z.infer<typeof Address>
export type Profile = z.infer<typeof Profile>
export type ProfileRef = z.infer<typeof ProfileRef>
