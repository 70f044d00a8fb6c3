import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { JsonObject, Load } from '../src/index.ts'
import { unbake } from '../src/index.ts'
import { parseJws } from '../src/proof/jws.ts'

export const published = fileURLToPath(new URL('../vectors/published/', import.meta.url))
const read = (path: string) => new Uint8Array(readFileSync(join(published, path)))

/** Every file below a folder, as paths relative to it. */
export const listFiles = (folder: string) =>
  readdirSync(join(published, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(published, folder).length + 1))
    .sort()

/**
 * The documents of issuers that were never online: the public validator believes the key in the fragment of the
 * verification method, or in the header of the JWT. Here their issuers publish it, as an issuer should.
 */
function makeIssuers(folders: string[]): Map<string, JsonObject> {
  const issuers = new Map<string, JsonObject>()
  const publish = (controller: string, method: JsonObject) => {
    const document = issuers.get(controller) ?? { id: controller, verificationMethod: [], assertionMethod: [] }
    ;(document.verificationMethod as JsonObject[]).push(method)
    ;(document.assertionMethod as string[]).push(method.id as string)
    issuers.set(controller, document)
  }
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    const { verificationMethod } = value as JsonObject
    const [controller = '', key = ''] = typeof verificationMethod === 'string' ? verificationMethod.split('#') : []
    if (/^https?:/.test(controller) && key) publish(controller, { id: verificationMethod as string, type: 'Multikey', controller, publicKeyMultibase: key })
    for (const part of Object.values(value)) visit(part)
  }
  for (const file of folders.flatMap((folder) => listFiles(folder).map((name) => `${folder}/${name}`))) {
    try {
      const bytes = read(file)
      const text = /\.(?:png|svg)$/.test(file) ? (unbake(bytes)?.credential ?? '') : new TextDecoder().decode(bytes).trim()
      if (text.startsWith('{')) visit(JSON.parse(text))
      else {
        const { header, payload } = parseJws(text)
        const iss = String(payload.iss)
        if (header.jwk) publish(iss, { id: `${iss}#${file}`, type: 'JsonWebKey', controller: iss, publicKeyJwk: header.jwk })
      }
    } catch {
      // a file that is wrong on purpose
    }
  }
  return issuers
}

const issuers = makeIssuers(['ob3-1edtech-validator', 'clr2-1edtech-validator'])

const DCC = [
  /^https:\/\/digitalcredentials\.github\.io\/vc-test-fixtures\/(.*)$/,
  /^https:\/\/raw\.githubusercontent\.com\/digitalcredentials\/vc-test-fixtures\/(?:refs\/heads\/)?main\/(.*)$/,
]

/** The documents of the 3.0 fixtures, and nothing else: an unknown address is not found. */
export const loadPublished: Load = async (url) => {
  const answer = (body: Uint8Array | undefined) => ({ url, status: body ? 200 : 404, body: body ?? new Uint8Array() })
  const issuer = issuers.get(url)
  if (issuer) return answer(new TextEncoder().encode(JSON.stringify(issuer)))
  if (url.endsWith('/bit-string-list/testlist')) return answer(read('ob3-1edtech-validator/bit-string-list/testlist'))
  for (const pattern of DCC) {
    const path = pattern.exec(url)?.[1]
    const file = path && ['', 'dids/'].map((prefix) => `dcc-fixtures/${prefix}${path}`).find((candidate) => existsSync(join(published, candidate)))
    if (file) return answer(read(file))
  }
  const list = /\/statusLists?\/.*?([^/]+)$/.exec(url)?.[1] ?? /([^/]+)$/.exec(url)?.[1]
  const path = `dcc-fixtures/statusLists/didkey-ed25519Signature2020/${list}`
  return answer(existsSync(join(published, path)) ? read(path) : undefined)
}
