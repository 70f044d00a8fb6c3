import { pinnedContexts } from '../contexts/index.ts'
import { OpenBadgesError } from '../errors.ts'

/** Deeper than any credential, and far from the end of the stack. */
const MAX_DEPTH = 100
/** More contexts than any credential names. */
const MAX_CONTEXTS = 20
/** Hundreds of times as many objects as a badge has; a record of a whole life fits. */
const MAX_OBJECTS = 10_000

/**
 * Throws unless every `@context` in the document, at any depth, names pinned contexts only.
 * An inline context could give a signed word another meaning, so none is accepted. A document that is only made to
 * take the machine is refused on the way.
 *
 * @throws OpenBadgesError `unknown_context`, `inline_context`, `unsafe_json`
 */
export function assertPinnedContexts(document: unknown): void {
  visit(document, 0, { objects: 0 })
}

function visit(value: unknown, depth: number, count: { objects: number }): void {
  if (typeof value !== 'object' || value === null) return
  if (depth > MAX_DEPTH) throw new OpenBadgesError('unsafe_json', 'nested too deeply')
  if (++count.objects > MAX_OBJECTS) throw new OpenBadgesError('unsafe_json', 'too many objects')
  if (Array.isArray(value)) {
    for (const item of value) visit(item, depth + 1, count)
    return
  }
  for (const key of Object.keys(value)) {
    const part = (value as Record<string, unknown>)[key]
    if (key === '@context') assertPinned(part)
    else visit(part, depth + 1, count)
  }
}

function assertPinned(context: unknown): void {
  const urls = Array.isArray(context) ? context : [context]
  if (urls.length > MAX_CONTEXTS) throw new OpenBadgesError('unsafe_json', 'too many contexts')
  for (const url of urls) {
    if (typeof url !== 'string') throw new OpenBadgesError('inline_context', 'inline @context refused')
    if (!pinnedContexts.has(url)) throw new OpenBadgesError('unknown_context', `context ${url} is not known here`)
  }
}
