import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import type { Ctx } from '#ctx'
import { refuse as refuseKit } from '#kit/errors.ts'
import { formAction, orProblemPage, signedInCtx } from '#web/page.ts'
import { listCollection } from '../../collection/list-collection.ts'
import { presentCollected } from '../../collection/pages/present-collected.ts'
import { type AddedFile, addFile } from '../add-file.ts'
import { deleteFolio } from '../delete-folio.ts'
import { changeBlocks, folioValues, readBlocks, type Values } from '../folio-form.schema.ts'
import { refuse } from '../folios.errors.ts'
import { isShown } from '../is-shown.ts'
import { type Folio, findFolio, listFolioFiles } from '../read-folio.ts'
import { saveFolio } from '../save-folio.ts'
import { receivePage } from './receive-page.ts'

export const loader = ({ context, request, params }: LoaderFunctionArgs) =>
  orProblemPage(request, async () => {
    const ctx = signedInCtx(context, request)
    const folio = await findFolio(ctx, params.folioId!)
    if (!folio) throw refuseKit('not_found')
    const files = await listFolioFiles(ctx, folio)
    return { title: folio.title, folioId: folio.folioId, values: valuesOf(folio, files), files, badges: await listChoices(ctx, ctx.actor.personId) }
  })

function valuesOf(folio: Folio, files: readonly { fileId: string; alt: string }[]): Values {
  const altOf = new Map(files.map(({ fileId, alt }) => [fileId, alt]))
  const blocks = folio.blocks.map((block) => (block.kind === 'file' ? { ...block, alt: altOf.get(block.fileId) ?? '' } : block))
  return { ...folioValues({ ...folio, blocks }), basedOn: folio.changedAt.toISOString() }
}

/** What can stand on a page, and what stood there before it was withdrawn. */
async function listChoices(ctx: Ctx, personId: string) {
  return (await listCollection(ctx, personId)).map((badge) => {
    const { badgeId, name, issuerName, imageId, imageAlt, picture, sentence } = presentCollected(badge, ctx.locale)
    return { badgeId, name, issuerName, imageId, imageAlt, picture, hasSentence: sentence !== '', isShown: isShown(badge) }
  })
}

export type Choice = Awaited<ReturnType<typeof listChoices>>[number]
/** The form again after one of its buttons, where no script ran; or a file that a script sent alone. */
type Reshown = { values: Values; added?: AddedFile }

export async function action({ context, request, params }: ActionFunctionArgs) {
  const ctx = signedInCtx(context, request)
  return orProblemPage(request, () =>
    // Twice: before it is read there is nothing to show again.
    formAction(new FormData(), async () => {
      if (!(await findFolio(ctx, params.folioId!))) throw refuseKit('not_found')
      const { fields, upload } = await receivePage(request)
      return formAction(fields, async () => {
        const added = upload && (await addFile(ctx, params.folioId!, upload))
        if (added) addBlock(fields, added, ctx.newId())
        return act(ctx, params.folioId!, { values: textsOf(fields), added })
      })
    }),
  )
}

/** In the form itself: whatever is refused after this, the file that was sent stands in it. */
function addBlock(fields: FormData, { fileId }: AddedFile, blockId: string): void {
  fields.append(`block.${blockId}`, 'file')
  fields.append(`file.${blockId}`, fileId)
}

const textsOf = (fields: FormData): Values => Object.fromEntries([...fields].filter((entry): entry is [string, string] => typeof entry[1] === 'string'))

async function act(ctx: Ctx, folioId: string, { values, added }: Reshown): Promise<Reshown | Response> {
  const intent = values['intent'] ?? 'save'
  switch (intent.split(':')[0]) {
    case 'delete':
      await deleteFolio(ctx, folioId)
      return redirect('/me/folios?done=deleted')
    case 'add-file':
      if (!added) throw refuse('file_missing')
      return { values, added }
    case 'choose':
      return { values: { ...values, picker: intent.slice('choose:'.length), q: '' } }
    case 'chosen':
      return { values: { ...values, picker: '', q: '' } }
    case 'search':
      return { values }
    default:
      return reshow(ctx, values, intent) ?? save(ctx, folioId, { values, intent })
  }
}

function reshow(ctx: Ctx, values: Values, intent: string): Reshown | undefined {
  const before = readBlocks(values)
  const blocks = changeBlocks(intent, before, ctx.newId)
  if (!blocks) return undefined
  const { title = '', introduction = '', basedOn = '', picker = '', q = '' } = values
  const added = blocks.length > before.length ? blocks.at(-1)! : undefined
  return { values: { ...folioValues({ title, introduction, blocks }), basedOn, q, picker: added?.kind === 'badges' ? added.id : picker, focus: added?.id ?? '' } }
}

async function save(ctx: Ctx, folioId: string, { values, intent }: { values: Values; intent: string }): Promise<Response> {
  const blocks = readBlocks(values)
  // Whoever decides between two versions has seen the other one.
  const hasSeen = intent === 'save-over' || intent === 'keep-both'
  const { changedAt, lost } = await saveFolio(ctx, {
    folioId,
    basedOn: new Date((hasSeen ? values['seen'] : undefined) ?? values['basedOn'] ?? ''),
    content: { title: values['title'] ?? '', introduction: values['introduction'] ?? '', blocks },
    alts: new Map(blocks.flatMap((block) => (block.kind === 'file' ? [[block.fileId, block.alt ?? ''] as const] : []))),
    keepsBoth: intent === 'keep-both',
  })
  const done = lost > 0 ? 'saved_without_file' : intent === 'keep-both' ? 'saved_both' : 'saved'
  return redirect(intent === 'preview' ? `/me/folios/${folioId}?done=${done}` : `/me/folios/${folioId}/edit?done=${done}&at=${changedAt.getTime()}`)
}
