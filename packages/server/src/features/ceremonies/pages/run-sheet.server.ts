import type { LoaderFunctionArgs } from 'react-router'
import { listRecipients } from '../planning/get-ceremony.ts'
import { inCeremony, titleOf } from './in-ceremony.ts'
import { byClass, presentRecipient } from './present-recipient.ts'

export const loader = (args: LoaderFunctionArgs) =>
  inCeremony(args, async ({ ctx, ceremony, shared }) => {
    const people = (await listRecipients(ctx, ceremony.ceremonyId)).map((one, index) => ({ ...presentRecipient(ctx, one), number: index + 1 }))
    return { ...shared, title: titleOf(ctx, 'run_sheet', ceremony), classes: byClass(people) }
  })
