import type { LoaderFunctionArgs } from 'react-router'
import { MAX_CARDS, SHEETS, Sheet } from '../ceremonies.schema.ts'
import { listRecipients } from '../planning/get-ceremony.ts'
import { inCeremony, titleOf } from './in-ceremony.ts'
import { presentSheet } from './present-sheet.ts'

export const loader = (args: LoaderFunctionArgs) =>
  inCeremony(args, async ({ ctx, ceremony, shared }) => {
    const query = new URL(args.request.url).searchParams
    const recipients = await listRecipients(ctx, ceremony.ceremonyId)
    const isPublished = ceremony.state === 'published'
    return {
      ...shared,
      title: titleOf(ctx, 'paper', ceremony),
      isPublished,
      problem: query.get('problem'),
      max: MAX_CARDS,
      count: recipients.length,
      isPrinted: recipients.some(({ cardPrintedAt }) => cardPrintedAt !== null),
      chosenSheet: Sheet.parse(query.get('sheet') ?? 'cards'),
      classNames: [...new Set(recipients.map(({ className }) => className))],
      // A list on a wall would tell everybody before the day.
      sheets: SHEETS.filter((sheet) => isPublished || sheet !== 'wall-list').map(presentSheet),
    }
  })
