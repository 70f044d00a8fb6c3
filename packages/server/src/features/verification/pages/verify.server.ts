import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from 'react-router'
import type { Ctx } from '#ctx'
import { Refusal } from '#kit/errors.ts'
import { type ActionProblem, formAction, pageRequest } from '#web/page.ts'
import { translate } from '#web/translations.ts'
import { type PresentedVerification, presentVerification } from '../browser/present-verification.ts'
import { drawThumbnail } from '../draw-thumbnail.ts'
import { verifySubmission } from '../index.ts'
import { readAddress } from '../read-address.ts'
import { readFile, readForm } from '../read-form.ts'
import { refuse } from '../verification.errors.ts'
import { VerificationFields } from '../verification.schema.ts'
import type { Submission } from '../verify-submission.ts'

export type VerifyResult = { report: PresentedVerification }

/** `/verify` is the form; `/verify?url=…` is the report about that address, and may be shared. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ctx, clientAddress } = context.get(pageRequest)
  const url = new URL(request.url).searchParams.get('url')?.trim() ?? ''
  const result = url ? await refusalAsProblem(url, () => report(ctx, { document: url, clientAddress })) : null
  const t = translate(ctx.locale)
  const verdict = result && 'report' in result ? `${t(`verification:verdict.${result.report.outcome}`)} · ` : ''
  const page = { title: verdict + t('verification:title'), description: t('verification:lead'), result: result as VerifyResult | ActionProblem | null }
  return data(page, { status: result && 'problem' in result ? result.status : 200 })
}

async function report(ctx: Ctx, submission: Submission): Promise<VerifyResult> {
  const file = typeof submission.document === 'string' ? undefined : submission.document
  const verification = await verifySubmission(ctx, submission)
  return { report: await presentVerification(verification, { platformUrl: ctx.config.url, file, draw: drawThumbnail, madeBy: { kind: 'platform' } }) }
}

async function refusalAsProblem<T>(url: string, run: () => Promise<T>): Promise<T | (ActionProblem & { status: number })> {
  try {
    return await run()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { problem: { code: error.code, ...(error.detail && { detail: error.detail }) }, values: { text: url }, status: error.status }
  }
}

export const action = async ({ request, context }: ActionFunctionArgs): Promise<VerifyResult | ActionProblem> =>
  // Twice: what is too large is refused before there is a form.
  formAction(new FormData(), async () => {
    const form = await readForm(request)
    return formAction(form, async () => {
      const { ctx, clientAddress } = context.get(pageRequest)
      const { text, recipient } = VerificationFields.parse({ text: form.get('text') ?? '', recipient: form.get('recipient') ?? '' })
      const file = await readFile(form)
      if (!file && text.trim() === '') throw refuse('nothing_given')
      // Somebody's e-mail address stays out of addresses; without one, the report gets an address of its own.
      if (!file && !recipient && readAddress(ctx, text.trim())) throw redirect(`/verify?url=${encodeURIComponent(text.trim())}`)
      return report(ctx, { document: file ?? text, recipient, clientAddress })
    })
  })
