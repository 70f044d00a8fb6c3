import { type Ctx, requirePerson } from '#ctx'
import { ColorScheme, Locale, NamesInput, ScreenName } from './accounts.schema.ts'

export async function updatePersonNames(ctx: Ctx, input: { givenName: string; familyName?: string }): Promise<void> {
  const { personId } = requirePerson(ctx)
  const { givenName, familyName } = NamesInput.parse(input)
  await ctx.db.updateTable('person').set({ given_name: givenName, family_name: familyName }).where('id', '=', personId).execute()
}

/** The language and the appearance somebody chose, kept with the account so that they follow to every device. */
export async function updatePreferences(ctx: Ctx, input: { locale?: string | undefined; colorScheme?: string | undefined }): Promise<void> {
  const { personId } = requirePerson(ctx)
  const locale = Locale.optional().parse(input.locale)
  const colorScheme = ColorScheme.optional().parse(input.colorScheme)
  if (!locale && !colorScheme) return
  await ctx.db
    .updateTable('person')
    .set({ ...(locale && { locale }), ...(colorScheme && { color_scheme: colorScheme }) })
    .where('id', '=', personId)
    .execute()
}

/** How much of one's name may be shown in a hall; nothing said is what the structure does by default. */
export async function updateScreenName(ctx: Ctx, input: { screenName: string }): Promise<void> {
  const { personId } = requirePerson(ctx)
  const screenName = ScreenName.parse(input.screenName)
  await ctx.db
    .updateTable('person')
    .set({ screen_name: screenName || null })
    .where('id', '=', personId)
    .execute()
}
