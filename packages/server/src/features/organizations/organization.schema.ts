import { z } from 'zod'
import { optional } from '#kit/fields.schema.ts'

export const ORGANIZATION_TYPES = ['primary-school', 'collège', 'lycée', 'university', 'institute', 'authority', 'association', 'employer', 'network'] as const
export const OrganizationType = z.enum(ORGANIZATION_TYPES, { error: 'type_required' })
export type OrganizationType = z.output<typeof OrganizationType>

export const ROLES = ['owner', 'admin', 'designer', 'issuer', 'member'] as const
export type Role = (typeof ROLES)[number]
export const RoleList = z.array(z.enum(ROLES)).min(1, 'role_required')

const UAI_LETTERS = 'ABCDEFGHJKLMNPRSTUVWXYZ'
/** National number of a school: seven digits, and a letter that follows from them. */
export const isUai = (text: string): boolean => /^\d{7}[A-Z]$/.test(text) && UAI_LETTERS[Number(text.slice(0, 7)) % 23] === text[7]

const trimmed = z.string().trim()

export const OrganizationFields = z.object({
  name: trimmed.min(2, 'name_required').max(150, 'too_long'),
  type: OrganizationType,
  description: trimmed.max(2000, 'too_long').default(''),
  website: optional(
    trimmed
      .max(500, 'too_long')
      .transform((text) => (/^[a-z]+:/i.test(text) ? text : `https://${text}`))
      .pipe(z.url({ protocol: /^https?$/, hostname: z.regexes.domain, error: 'website_invalid' })),
  ),
  email: optional(trimmed.toLowerCase().pipe(z.email('email_invalid'))),
  uai: optional(
    trimmed
      .toUpperCase()
      .transform((text) => text.replace(/\s/g, ''))
      .refine(isUai, 'uai_invalid'),
  ),
  communeCode: optional(trimmed),
})
export type OrganizationFields = z.input<typeof OrganizationFields>

export const InvitationFields = z.object({
  address: trimmed.toLowerCase().max(254, 'too_long').pipe(z.email('email_invalid')),
  roles: RoleList,
  title: trimmed.max(100, 'too_long').default(''),
})

export const PersonNameFields = z.object({
  givenName: trimmed.min(1, 'given_name_required').max(100, 'too_long'),
  familyName: trimmed.max(100, 'too_long').default(''),
})

/** Whoever answers an invitation without an account; a password may wait, since links are mailed. */
export const NewcomerFields = PersonNameFields.extend({
  familyName: trimmed.min(1, 'family_name_required').max(100, 'too_long'),
  password: optional(z.string()),
})

export const COHORT_KINDS = ['class', 'group'] as const
export const CohortFields = z.object({
  name: trimmed.min(1, 'cohort_name_required').max(60, 'too_long'),
  kind: z.enum(COHORT_KINDS),
  schoolYear: trimmed.max(20, 'too_long').default(''),
})
export type CohortFields = z.input<typeof CohortFields>

export const CommuneView = z
  .object({ code: z.string(), name: z.string(), departmentCode: z.string(), postalCodes: z.array(z.string()), population: z.int() })
  .meta({ id: 'Commune', example: { code: '86194', name: 'Poitiers', departmentCode: '86', postalCodes: ['86000'], population: 89_472 } })
export type CommuneView = z.output<typeof CommuneView>
export const communeLabel = ({ name, departmentCode }: Pick<CommuneView, 'name' | 'departmentCode'>): string => `${name} (${departmentCode})`
