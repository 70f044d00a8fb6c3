import type { LoaderFunctionArgs } from 'react-router'
import { listRecipients } from '../planning/get-ceremony.ts'
import { inCeremony, titleOf } from './in-ceremony.ts'
import { placeIn } from './place-in.ts'
import { presentRecipient } from './present-recipient.ts'

/** Only what may be shown leaves the server: the screen is everybody's. */
export const loader = (args: LoaderFunctionArgs) =>
  inCeremony(args, async ({ ctx, organization, ceremony, home }) => {
    const people = (await listRecipients(ctx, ceremony.ceremonyId)).map((one) => presentRecipient(ctx, one))
    return {
      title: titleOf(ctx, 'screen', ceremony),
      home,
      ceremonyId: ceremony.ceremonyId,
      heading: ceremony.title,
      organizationName: organization.name,
      at: placeIn(args.request, people.length),
      slides: people.map(({ recipientId, shown, badge, citation }) => ({ key: recipientId, name: shown.name, className: shown.className, badge, citation })),
    }
  })
