import type { Ctx } from '#ctx'
import { resolveCommune } from '../communes/search-communes.ts'
import type { OrganizationFields, OrganizationType } from '../organization.schema.ts'
import { OrganizationFields as Schema } from '../organization.schema.ts'
import { text } from './in-organization.ts'

/** What the form of a structure says, once the place it names is known to be one place. */
export async function readOrganizationForm(ctx: Ctx, form: FormData): Promise<OrganizationFields> {
  const fields = {
    name: text(form, 'name'),
    type: text(form, 'type') as OrganizationType,
    description: text(form, 'description'),
    website: text(form, 'website'),
    email: text(form, 'email'),
    uai: text(form, 'uai'),
  }
  const isLookingForPlace = form.get('intent') === 'find-commune'
  if (!isLookingForPlace) Schema.parse(fields)
  return { ...fields, communeCode: await resolveCommune(ctx, { code: isLookingForPlace ? '' : text(form, 'communeCode'), text: text(form, 'communeText') }) }
}
