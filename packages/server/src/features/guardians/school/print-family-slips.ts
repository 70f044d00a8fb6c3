import { type Ctx, type Locale, transaction } from '#ctx'
import { printSlips, type Slip } from '#features/ceremonies/index.ts'
import { getOrganization } from '#features/organizations/index.ts'
import { translate } from '#web/translations.ts'
import type { PrintForm } from '../guardians.schema.ts'
import { type MadeSlip, makeSlips, renewSlip } from '../slips/make-slips.ts'

type Printing = { organizationId: string; childIds: readonly string[]; copies: number; language: PrintForm['language']; renew?: string | undefined }

/** A PDF of papers for families, half a sheet each. Codes last and drawn in the same transaction: none becomes void for a print that failed. */
export async function printFamilySlips(ctx: Ctx, { organizationId, childIds, copies, language, renew }: Printing): Promise<Uint8Array> {
  const { name } = await getOrganization(ctx, { id: organizationId })
  const locales: Locale[] = language === 'both' ? ['fr', 'en'] : [language]
  return transaction(ctx, async (ctx) => {
    const made = renew ? await renewSlip(ctx, { organizationId, guardianshipId: renew }) : await makeSlips(ctx, { organizationId, childIds, copies })
    const slips = made.flatMap((slip) => locales.map((locale) => writeSlip(ctx, slip, { locale, organizationName: name, isRenewed: renew !== undefined })))
    return printSlips({ ...ctx, locale: locales[0]! }, { title: translate(locales[0]!)('guardians:slip.file_title', { organization: name }), slips, layout: 'a5' })
  })
}

type Words = { locale: Locale; organizationName: string; isRenewed: boolean }

/** What a family must know before it says anything, in plain words. Of the child, the first name and the class. */
function writeSlip(ctx: Ctx, { givenName, className, code }: MadeSlip, { locale, organizationName, isRenewed }: Words): Slip {
  const t = translate(locale)
  const { host } = new URL(ctx.config.url)
  return {
    heading: t('guardians:slip.heading', { name: givenName }),
    lines: [
      [className, organizationName].filter(Boolean).join(' · '),
      isRenewed ? t('guardians:slip.renewed') : t('guardians:slip.what', { name: givenName }),
      t('guardians:slip.private'),
      t('guardians:slip.choice', { name: givenName }),
      t('guardians:slip.withdraw', { name: givenName }),
    ],
    steps: [t('guardians:slip.scan', { address: `${host}/family` }), t('guardians:slip.prove', { name: givenName }), t('guardians:slip.or_paper')],
    code,
    url: `${ctx.config.url}/family/${code}`,
    footer: t('guardians:slip.sign', { name: givenName }),
  }
}
