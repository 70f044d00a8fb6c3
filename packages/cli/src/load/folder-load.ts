import { readFile } from 'node:fs/promises'
import { join, resolve, sep } from 'node:path'
import type { Load } from '@boat/openbadges'

/**
 * Serves every document from a folder: `https://host/path` is `<folder>/host/path`, and `…/index.json` for a path that
 * ends in `/`. A port is written `host:3000` or `host%3A3000`. What is not there is not found; nothing is loaded from the network.
 */
export function makeFolderLoad(folder: string): Load {
  const root = resolve(folder)
  return async (text) => {
    const url = new URL(text)
    const path = decodeURIComponent(url.pathname) + (url.pathname.endsWith('/') ? 'index.json' : '')
    for (const host of [url.host, url.host.replace(':', '%3A')]) {
      const file = join(root, host, path)
      if (!file.startsWith(root + sep)) break
      const body = await readFile(file).catch(() => undefined)
      if (body) return { url: text, status: 200, body: new Uint8Array(body) }
    }
    return { url: text, status: 404, body: new Uint8Array() }
  }
}

/** No document at all: what needs one is undetermined. */
export const loadNothing: Load = async () => {
  throw new Error('offline')
}
