import { readFile } from 'node:fs/promises'
import { join, resolve, sep } from 'node:path'
import type { Load } from '@boat/openbadges'

/**
 * Serves every document from a folder: `https://host/path` is `<folder>/host/path`, and `…/index.json` for a path that
 * ends in `/`. A port is written `host:3000` or `host%3A3000`; a path as it is or decoded; a query is part of the name
 * (`path?id=1`) or left out. What is not there is not found; nothing is loaded from the network.
 */
export function makeFolderLoad(folder: string): Load {
  const root = resolve(folder)
  return async (text) => {
    for (const file of filesOf(new URL(text), root)) {
      const body = await readFile(file).catch(() => undefined)
      if (body) return { url: text, status: 200, body: new Uint8Array(body) }
    }
    return { url: text, status: 404, body: new Uint8Array() }
  }
}

/** Where the document may be, the most precise name first; never outside of its host's folder. */
function filesOf(url: URL, root: string): string[] {
  const { host, pathname, search } = url
  const file = pathname.endsWith('/') ? `${pathname}index.json` : pathname
  const raw = search === '' ? [file] : [`${file}${search}`, file]
  // A folder is no document: its index stands for it, so that what is below `/issuers/1` can be served as well.
  const paths = [...raw.flatMap((path) => [decoded(path), path]), `${decoded(pathname)}/index.json`]
  const hosts = [host, host.replaceAll(':', '%3A')].map((name) => join(root, name)).filter((home) => home.startsWith(root + sep))
  return hosts.flatMap((home) => paths.map((path) => join(home, path)).filter((path) => path.startsWith(home + sep)))
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** No document at all: what needs one is undetermined. */
export const loadNothing: Load = async () => {
  throw new Error('offline')
}
