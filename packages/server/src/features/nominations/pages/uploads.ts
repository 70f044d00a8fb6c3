// Forms with photos: what was sent is kept on the side, so that a mistake elsewhere in the form loses nothing.
import type { Ctx } from '#ctx'
import { Refusal, refuse as refuseKit } from '#kit/errors.ts'
import { fileOf, readForm, text } from '#kit/read-form.ts'
import { isUuid } from '#kit/uuid.ts'
import { type ActionProblem, formAction } from '#web/page.ts'
import type { Attached } from '../attachments/attach-uploads.ts'
import { type Draft, findDrafts, keepUpload } from '../attachments/keep-upload.ts'
import { MAX_FILE_BYTES, MAX_FILES } from '../nominations.schema.ts'

/** Somewhat more than a form may hold: a file that is too large is then refused by its name, and the others are kept. */
const MAX_FORM_BYTES = (MAX_FILES + 1) * MAX_FILE_BYTES

/** What the form shows again, by its place. */
export type KeptUpload = Draft & { place: number }
export type FormProblem = ActionProblem & { uploads?: KeptUpload[] }
type Sent = { kept: KeptUpload[]; attached: Attached[]; refusal: Refusal | undefined }

/** Reads a form, keeps its photos, and runs its action with them. */
export const uploadAction = <T>(ctx: Ctx, request: Request, run: (form: FormData, uploads: Attached[]) => Promise<T>): Promise<T | FormProblem> =>
  // Twice: what is too large is refused before there is a form.
  formAction<T | FormProblem>(new FormData(), async () => {
    const form = await readForm(request, MAX_FORM_BYTES)
    if (!form) throw refuseKit('invalid_input')
    const { kept, attached, refusal } = await keepSent(ctx, form)
    const result = await formAction(form, async () => {
      if (refusal) throw refusal
      return run(form, attached)
    })
    return isProblem(result) ? { ...result, uploads: kept } : result
  })

async function keepSent(ctx: Ctx, form: FormData): Promise<Sent> {
  const places = Array.from({ length: MAX_FILES }, (_, index) => index + 1)
  const named = places.map((place) => text(form, `upload${place}`)).filter(isUuid)
  const drafts = await findDrafts(ctx, named)
  const sent: Sent = { kept: [], attached: [], refusal: undefined }
  for (const place of places) {
    const draft = await keepOne(ctx, fileOf(form, `file${place}`)).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error
      sent.refusal ??= error
      return undefined
    })
    const earlier = form.has(`remove${place}`) ? undefined : drafts.get(text(form, `upload${place}`))
    const upload = draft ?? earlier
    if (!upload) continue
    sent.kept.push({ ...upload, place })
    sent.attached.push({ uploadId: upload.uploadId, alt: text(form, `alt${place}`) })
  }
  return sent
}

async function keepOne(ctx: Ctx, file: File | undefined): Promise<Draft | undefined> {
  return file && keepUpload(ctx, { fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
}

const isProblem = (result: unknown): result is ActionProblem => typeof result === 'object' && result !== null && 'problem' in result
