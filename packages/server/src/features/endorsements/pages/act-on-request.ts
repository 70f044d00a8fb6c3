import type { Ctx } from '#ctx'
import { formatDay } from '#kit/format-day.ts'
import { text } from '#kit/read-form.ts'
import type { PresentedEndorsement } from '#web/components/endorsement-card.tsx'
import type { Door } from '../requests/find-asked.ts'
import { declineRequest } from '../signing/decline-request.ts'
import { buildEndorsement, draftEndorsement } from '../signing/draft-endorsement.ts'
import { signEndorsement } from '../signing/sign-endorsement.ts'
import { withdrawEndorsement } from '../signing/withdraw-endorsement.ts'

export type Preview = { card: PresentedEndorsement; json: string | null }
export type Acted = { done: 'signed' | 'declined' | 'taken_back' } | { values: Record<string, string>; preview?: Preview }

/** What whoever was asked does, by either door: writes, reads it again, signs, declines, takes it back. */
export async function actOnRequest(ctx: Ctx, door: Door, form: FormData): Promise<Acted> {
  const field = (name: string) => text(form, name).replaceAll('\r\n', '\n')
  const input = { voice: field('voice'), comment: field('comment'), relation: field('relation'), name: field('name'), function: field('function') }
  switch (form.get('intent')) {
    case 'preview':
      return { values: input, preview: await presentDraft(ctx, door, input) }
    case 'sign':
      await signEndorsement(ctx, door, input)
      return { done: 'signed' }
    case 'decline':
      await declineRequest(ctx, door)
      return { done: 'declined' }
    case 'withdraw':
      await withdrawEndorsement(ctx, 'token' in door ? door : { endorsementId: door.requestId }, { reason: field('reason') })
      return { done: 'taken_back' }
    default:
      return { values: input }
  }
}

async function presentDraft(ctx: Ctx, door: Door, input: Parameters<typeof draftEndorsement>[2]): Promise<Preview> {
  const draft = await draftEndorsement(ctx, door, input)
  const { answer, endorser, row } = draft
  const document = buildEndorsement(ctx, draft)
  return {
    card: {
      id: row.id,
      kind: document ? 'signed' : 'word',
      name: endorser.name,
      function: endorser.function,
      isStructure: endorser.organizationId !== null,
      relation: answer.relation,
      comment: answer.comment,
      signedOn: formatDay(ctx.now(), ctx.locale),
      isShown: false,
      withdrawnOn: null,
      withdrawalReason: '',
      path: null,
    },
    json: document && JSON.stringify(document, null, 2),
  }
}
