/** Names of files that any system takes, each once; what a person or a stranger typed never leads out of its folder. */
export function nameFiles() {
  const given = new Set<string>()
  return (folder: string, wanted: string, extension: string): string => {
    const base = toFileName(wanted)
    for (let count = 1; ; count++) {
      const path = `${folder}/${count === 1 ? base : `${base}-${count}`}.${extension}`
      if (!given.has(path)) {
        given.add(path)
        return path
      }
    }
  }
}

export const toFileName = (words: string): string =>
  words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60) || 'badge'

export type NameFile = ReturnType<typeof nameFiles>

const EXTENSIONS: Record<string, string> = {
  'image/png': 'png',
  'image/svg+xml': 'svg',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'application/pdf': 'pdf',
  'application/jwt': 'jwt',
  'application/json': 'json',
}

export const extensionOf = (mediaType: string): string => EXTENSIONS[mediaType] ?? 'bin'
export const withoutExtension = (fileName: string): string => fileName.replace(/\.[A-Za-z0-9]{1,6}$/, '')
