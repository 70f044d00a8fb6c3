import type { Ctx } from '#ctx'
import { text } from '#kit/read-form.ts'
import { askWhichCommune, resolveCommune } from '../communes/search-communes.ts'
import type { OrganizationFields, OrganizationType } from '../organization.schema.ts'
import { OrganizationFields as Schema } from '../organization.schema.ts'

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
  if (form.get('intent') === 'find-commune') await askWhichCommune(ctx, text(form, 'communeText'))
  Schema.parse(fields)
  return { ...fields, communeCode: await resolveCommune(ctx, { code: text(form, 'communeCode'), text: text(form, 'communeText') }) }
}
