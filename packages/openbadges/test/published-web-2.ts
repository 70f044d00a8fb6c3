import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Load } from '../src/index.ts'
import { published } from './published-web.ts'

const NAMES = /^https?:\/\/(?:www\.)?example\.org\/([\w./-]+)$/

/** The web of the 2.0 fixtures: the support documents, and the document under test at its own id. */
export function makeLoad(under: { folder: string; file: string }): Load {
  const text = readFileSync(join(published, under.folder, under.file))
  let id: unknown
  try {
    id = JSON.parse(text.toString()).id
  } catch {
    // an image or a JWS is not served
  }
  return async (url) => {
    if (url === id) return { url, status: 200, body: new Uint8Array(text) }
    if (url === 'https://example.org/beths-robotics-badge.json')
      return { url, status: 200, body: new Uint8Array(readFileSync(join(published, under.folder, 'basic-assertion.json'))) }
    const name = NAMES.exec(url)?.[1]
    const path = name && [name, `${name}.json`].map((candidate) => join(published, 'ob2-1edtech-validator/assets', candidate)).find(existsSync)
    return path ? { url, status: 200, body: new Uint8Array(readFileSync(path)) } : { url, status: 404, body: new Uint8Array() }
  }
}
