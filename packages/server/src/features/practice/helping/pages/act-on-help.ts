import type { Ctx } from '#ctx'
import { answerHelp } from '../answer-help.ts'
import { noteHelp } from '../note-help.ts'
import { offerHelp, stopOffer } from '../offer-help.ts'

type Which = { programmeId: string; achievementId: string }

/** What a pupil sends from the page of a badge, about help; `mine:done.<answer>` says what became of it. */
export async function actOnHelp(ctx: Ctx, which: Which, form: FormData): Promise<string | undefined> {
  const text = (name: string) => String(form.get(name) ?? '')
  switch (form.get('intent')) {
    case 'offer':
      await offerHelp(ctx, which)
      return 'offered'
    case 'stop':
      await stopOffer(ctx, which)
      return 'stopped'
    case 'helped':
    case 'helper':
      await noteHelp(ctx, { ...which, personId: text('personId'), role: form.get('intent') === 'helper' ? 'helper' : 'helped' })
      return 'noted'
    case 'answer':
      await answerHelp(ctx, { helpId: text('helpId'), answer: form.get('answer') === 'confirmed' ? 'confirmed' : 'declined' })
      return form.get('answer') === 'confirmed' ? 'confirmed' : 'declined'
    default:
      return undefined
  }
}
