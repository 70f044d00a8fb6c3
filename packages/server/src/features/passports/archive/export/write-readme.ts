import type { Ctx } from '#ctx'
import { formatDay } from '#kit/format-day.ts'
import { translate } from '#web/translations.ts'
import { FOLDERS } from './write-index.ts'

/** What each file is, for whoever finds the archive in ten years. */
export function writeReadme(ctx: Ctx, { givenName, familyName }: { givenName: string; familyName: string }): string {
  const t = translate(ctx.locale)
  const name = `${givenName} ${familyName}`.trim()
  const say = (key: string) => t(`archive:index.${key}`, { name, date: formatDay(ctx.now(), ctx.locale), platform: new URL(ctx.config.url).host })
  const folders = FOLDERS.map((folder) => `${say(`inside.${folder}.path`)}\n    ${say(`inside.${folder}.what`)}`)
  const parts = [
    say('title'),
    say('lead'),
    say('readme.start'),
    ...folders,
    say('verify_title'),
    say('verify'),
    '    boat verify badges.zip',
    say('elsewhere_title'),
    say('elsewhere'),
    say('readme.law'),
  ]
  return `${parts.join('\n\n')}\n`
}
