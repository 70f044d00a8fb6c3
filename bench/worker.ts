import { parentPort } from 'node:worker_threads'
import { compileTemplate, signFromTemplate } from '@boat/openbadges'
import { created, credential, holes, sha256, signer, valuesOf } from './material.ts'

const template = await compileTemplate(credential, holes)
const run = async (ms: number) => {
  const start = performance.now()
  let count = 0
  while (performance.now() - start < ms) await signFromTemplate(template, valuesOf(count++), { signer, created, sha256 })
  return (count * 1000) / (performance.now() - start)
}
await run(300)
parentPort?.postMessage(await run(1000))
