// What a report shows of a verification, whether the platform made it or the browser of who asks.
import type { JsonObject } from '@boat/openbadges'
import type { Verification } from '../index.ts'
import { choosePicture, type Draw } from './picture.ts'
import { summarizeCredential } from './summarize-credential.ts'

/** `hasAsked`: whether public documents of this platform were read for it. */
type MadeBy = { kind: 'platform' } | { kind: 'browser'; hasAsked: boolean }

type Presenting = {
  platformUrl: string
  madeBy: MadeBy
  /** What was given, when it was a file. */
  file?: Uint8Array | undefined
  draw: Draw
}

export async function presentVerification(verification: Verification, { madeBy, ...drawing }: Presenting) {
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
    madeBy,
    summary: summary && { ...summary, image: undefined },
    picture: await choosePicture(summary?.image ?? '', drawing),
    /** Before 3.0, a badge is proven by where it is published, not by a signature. */
    isHosted: isHosted(verification),
    /** It says that it was issued on this platform, which then may know more of it. */
    namesUs: credential !== undefined && namesPlatform(credential, drawing.platformUrl),
    isIssuerConfirmed: passed('proof') && passed('issuer'),
    isRecipientConfirmed: passed('recipient'),
    document: credential ? JSON.stringify(credential, null, 2).slice(0, 60_000) : null,
  }
}
export type PresentedVerification = Awaited<ReturnType<typeof presentVerification>>

/** Whether its address is one of this platform. */
export const namesPlatform = (credential: JsonObject, platformUrl: string): boolean => String(credential.id ?? '').startsWith(`${platformUrl}/credentials/`)

function isHosted({ version, credential }: Verification): boolean {
  if (!/^[012]\./.test(version)) return false
  const { verification, verify } = credential ?? {}
  return !JSON.stringify(verification ?? verify ?? '').includes('igned')
}
