import type { Ctx } from '#ctx'
import { isUuid } from '#kit/uuid.ts'
import { drawThumbnail, readPngData } from '../draw-thumbnail.ts'
import type { Verification } from '../index.ts'
import { type Summary, summarizeCredential } from '../summarize-credential.ts'

type Picture = { kind: 'ours'; imageId: string } | { kind: 'signed' | 'file'; source: string } | null

/** What the page shows of a verification. */
export async function presentVerification(ctx: Ctx, verification: Verification, given: { file?: Uint8Array | undefined; recipient?: string | undefined } = {}) {
  const { outcome, version, checks, warnings, address, verifiedAt, origin, credential } = verification
  const summary = summarizeCredential(verification)
  const passed = (name: string) => checks.some((check) => check.check === name && check.outcome === 'passed')
  return {
    outcome,
    version,
    checks,
    warnings,
    address,
    verifiedAt: verifiedAt.toISOString(),
    origin,
    summary: summary && { ...summary, image: undefined },
    picture: await findPicture(ctx, summary, given.file),
    /** Before 3.0, a badge is proven by where it is published, not by a signature. */
    isHosted: isHosted(verification),
    isIssuerConfirmed: passed('proof') && passed('issuer'),
    isRecipientConfirmed: passed('recipient'),
    document: credential ? JSON.stringify(credential, null, 2).slice(0, 60_000) : null,
  }
}
export type PresentedVerification = Awaited<ReturnType<typeof presentVerification>>

/** What is signed first: ours, or data inside the document. The pixels of the file itself prove nothing, and the page says so. */
async function findPicture({ config }: Ctx, summary: Summary | null, file: Uint8Array | undefined): Promise<Picture> {
  const image = summary?.image ?? ''
  const imageId = image.startsWith(`${config.url}/images/`) ? image.slice(`${config.url}/images/`.length).split('?')[0]! : ''
  if (isUuid(imageId)) return { kind: 'ours', imageId }
  const data = readPngData(image)
  const signed = data && (await drawThumbnail(data))
  if (signed) return { kind: 'signed', source: signed }
  const source = file && (await drawThumbnail(file))
  return source ? { kind: 'file', source } : null
}

function isHosted({ version, credential }: Verification): boolean {
  if (!/^[012]\./.test(version)) return false
  const { verification, verify } = credential ?? {}
  return !JSON.stringify(verification ?? verify ?? '').includes('igned')
}
