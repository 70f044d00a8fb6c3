import { type Ctx, transaction } from '#ctx'
import { printSlips, type Slip } from '#features/ceremonies/index.ts'
import { getCohort, getOrganization } from '#features/organizations/index.ts'
import { formatDay } from '#kit/format-day.ts'
import { translate } from '#web/translations.ts'
import { refuse } from './departures.errors.ts'
import type { DepartureKind } from './departures.schema.ts'
import { DAYS, type Prepared, prepareDepartures } from './prepare-departures.ts'

type Input = { organizationId: string; cohortId: string; kind: DepartureKind; destinationId: string | undefined; personIds: string[] }

/** A slip each for the families of a class that leaves, with a new code. Drawn in the same transaction: no code becomes void for a print that failed. */
export async function printDepartures(ctx: Ctx, { organizationId, ...input }: Input): Promise<Uint8Array> {
  const t = translate(ctx.locale)
  const { name: schoolName } = await getOrganization(ctx, { id: organizationId })
  const { name: className } = await getCohort(ctx, input.cohortId)
  return transaction(ctx, async (ctx) => {
    const { prepared } = await prepareDepartures(ctx, input)
    // All of them are being asked for already: their codes are in good hands.
    if (prepared.length === 0) throw refuse('nothing_to_print')
    const slips = prepared.map((pupil) => writeSlip(ctx, pupil, { ...input, schoolName, className }))
    return printSlips(ctx, { title: t('departures:slip.file_title', { name: className, school: schoolName }), slips })
  })
}

function writeSlip(ctx: Ctx, { givenName, code }: Prepared, { kind, className, schoolName }: { kind: DepartureKind; className: string; schoolName: string }): Slip {
  const t = translate(ctx.locale)
  const { host } = new URL(ctx.config.url)
  const until = formatDay(new Date(ctx.now().getTime() + DAYS[kind] * 86_400_000), ctx.locale)
  const isHome = kind === 'home'
  return {
    // On paper a pupil has a first name only.
    heading: givenName,
    lines: [`${className} · ${schoolName}`, t(`departures:slip.${kind}`)],
    steps: isHome
      ? [t('departures:slip.home_1', { address: `${host}/leave` }), t('departures:slip.home_2'), t('departures:slip.home_3')]
      : [t('departures:slip.transfer_1'), t('departures:slip.transfer_2')],
    code,
    ...(isHome && { url: `${ctx.config.url}/leave/${code}` }),
    footer: t(`departures:slip.${kind}_footer`, { date: until }),
  }
}
