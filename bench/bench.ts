import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { bakePng, compileTemplate, signCredential, signFromTemplate, verifyProof } from '@boat/openbadges'
import { created, credential, holes, key, makeReference, sha256, signed, signedOfMany, signer, valuesOf, verifyEd25519 } from './material.ts'
import { type Comparison, compare, median, type Row } from './measure.ts'
import { makePng } from './png.ts'

const template = await compileTemplate(credential, holes)
const reference = await makeReference()
const message = new Uint8Array(64).fill(7)
const signature = signer.sign(message)
const text = JSON.stringify(signed[0])
const image = makePng(50_000)
const verifiers = { Ed25519: verifyEd25519 }

const issueFromTemplate = (turn: number) => signFromTemplate(template, valuesOf(turn), { signer, created, sha256 })
const issueGeneral = () => signCredential(credential, { signer, created, sha256 })
const at = <T>(all: readonly T[], turn: number) => all[turn % all.length] as T
const verifyProofOf = async ({ proof, ...document }: (typeof signed)[number]) => {
  if (!(await verifyProof(document, proof, key, { verifiers, sha256 }))) throw new Error('not verified')
}
/** Each time another person's badge of one achievement, on both sides. */
const verifySeen = (turn: number) => verifyProofOf(at(signed, turn))
const verifySeenThere = (turn: number) => reference.verify(at(signed, turn))
/** Each time another achievement, the whole way from text, as a verifier gets it. */
const textsOfMany = signedOfMany.map((one) => JSON.stringify(one))
const verifyGeneral = (turn: number) => verifyProofOf(JSON.parse(at(textsOfMany, turn)))
const verifyGeneralThere = (turn: number) => reference.verify(JSON.parse(at(textsOfMany, turn)))
const vc = '@digitalbazaar/vc'

const comparisons: Comparison[] = [
  { id: 'issue-template-vs-digitalbazaar', title: 'issue from a template', ours: issueFromTemplate, theirs: reference.issue, to: vc, goal: 80 },
  { id: 'issue-template-vs-ed25519', title: 'issue from a template', ours: issueFromTemplate, theirs: () => signer.sign(message), to: 'raw Ed25519 signing', goal: 0.5 },
  { id: 'issue-general-vs-digitalbazaar', title: 'issue any shape', ours: issueGeneral, theirs: reference.issue, to: vc, goal: 8 },
  { id: 'verify-seen-vs-digitalbazaar', title: 'verify a shape seen before', ours: verifySeen, theirs: verifySeenThere, to: vc, goal: 30 },
  {
    id: 'verify-seen-vs-ed25519',
    title: 'verify a shape seen before',
    ours: verifySeen,
    theirs: () => verifyEd25519(signer.publicKey, message, signature as Uint8Array),
    to: 'raw Ed25519 verification',
    goal: 0.6,
  },
  { id: 'verify-general-vs-digitalbazaar', title: 'verify any shape, parsed from text', ours: verifyGeneral, theirs: verifyGeneralThere, to: vc, goal: 8 },
  { id: 'bake-vs-copy', title: 'bake a PNG of 50 KB', ours: () => bakePng(image, text), theirs: () => image.slice(), to: 'one copy of it', goal: 1 / 3 },
]

const CORE_ROUNDS = 3

/** Signing on every core: how many times as fast as on one. */
async function measureCores(): Promise<Row> {
  const cores = availableParallelism()
  const run = async (count: number) => {
    const workers = Array.from({ length: count }, () => new Worker(new URL('./worker.ts', import.meta.url)))
    const rates = await Promise.all(workers.map((worker) => new Promise<number>((resolve, reject) => worker.once('message', resolve).once('error', reject))))
    await Promise.all(workers.map((worker) => worker.terminate()))
    return rates.reduce((sum, rate) => sum + rate, 0)
  }
  const rounds: { all: number; ratio: number }[] = []
  for (let round = 0; round < CORE_ROUNDS; round++) {
    const one = await run(1)
    const all = await run(cores)
    rounds.push({ all, ratio: all / one / cores })
  }
  const all = median(rounds.map((round) => round.all))
  const ratio = median(rounds.map((round) => round.ratio))
  return {
    id: 'issue-template-all-cores',
    title: `issue from a template on ${cores} cores`,
    value: Math.round(all),
    unit: 'per second',
    ratio: Number(ratio.toFixed(2)),
    to: `${cores} × one core`,
    goal: 0.9,
    met: ratio >= 0.9,
  }
}

const rows: Row[] = []
for (const comparison of comparisons) rows.push(await compare(comparison))
rows.push(await measureCores())

if (process.argv.includes('--json')) console.log(JSON.stringify({ rows: rows.map(({ title: _, ...row }) => row) }, null, 2))
else {
  for (const { title, value, ratio, to, goal, met } of rows) {
    console.log(`${met ? '✓' : '✗'} ${title.padEnd(38)} ${String(value).padStart(9)} /s  ${String(ratio).padStart(7)} × ${to} (goal ${goal.toFixed(2)})`)
  }
}
