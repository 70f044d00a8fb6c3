import { pinnedContexts } from '../contexts/index.ts'
import { OpenBadgesError } from '../errors.ts'

/** Deeper than any credential, and far from the end of the stack. */
const MAX_DEPTH = 100

/**
 * Throws unless every `@context` in the document, at any depth, names pinned contexts only.
 * An inline context could give a signed word another meaning, so none is accepted.
 *
 * @throws OpenBadgesError `unknown_context`, `inline_context`, or `unsafe_json` above 100 levels
 */
export function assertPinnedContexts(value: unknown, depth = 0): void {
  if (typeof value !== 'object' || value === null) return
  if (depth > MAX_DEPTH) throw new OpenBadgesError('unsafe_json', 'nested too deeply')
  if (Array.isArray(value)) {
    for (const item of value) assertPinnedContexts(item, depth + 1)
    return
  }
  for (const [key, part] of Object.entries(value)) {
    if (key === '@context') assertPinned(part)
    else assertPinnedContexts(part, depth + 1)
  }
}

function assertPinned(context: unknown): void {
  for (const url of Array.isArray(context) ? context : [context]) {
    if (typeof url !== 'string') throw new OpenBadgesError('inline_context', 'inline @context refused')
    if (!pinnedContexts.has(url)) {
      throw new OpenBadgesError('unknown_context', `context ${url} is not known here`)
    }
  }
}
