// The composer as texts by name, whether or not scripts run: blocks in the order in which they stand.
import { type Block, type FolioContent, MAX_BADGES, MAX_BLOCKS } from './folio.schema.ts'

export type Values = Record<string, string>
/** A block as it is being written: any text may still be wrong, or missing. */
export type DraftBlock = Block & { alt?: string }
export type Kind = Block['kind']
const KINDS = ['heading', 'text', 'badges', 'file', 'link'] as const satisfies readonly Kind[]

export function folioValues({ title, introduction, blocks }: FolioContent & { blocks: readonly DraftBlock[] }): Values {
  return Object.assign({ title, introduction }, ...blocks.map(blockValues))
}

function blockValues(block: DraftBlock): Values {
  const { id } = block
  const named = (fields: Values): Values => ({ [`block.${id}`]: block.kind, ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [`${name}.${id}`, value])) })
  switch (block.kind) {
    case 'heading':
      return named({ text: block.text })
    case 'text':
      return named({ markdown: block.markdown, ...(block.hint && { hint: block.hint }) })
    case 'badges': {
      const badges = Object.fromEntries(block.badgeIds.map((badgeId) => [`badge.${id}.${badgeId}`, 'on']))
      return { ...named({ layout: block.layout, ...(block.withSentences && { sentences: 'on' }) }), ...badges }
    }
    case 'file':
      return named({ file: block.fileId, caption: block.caption, alt: block.alt ?? '' })
    case 'link':
      return named({ address: block.address, linkTitle: block.title, note: block.note })
  }
}

/** The blocks of a form, in its order. What was typed wrongly is for the verb to say. */
export const readBlocks = (values: Values): DraftBlock[] =>
  Object.entries(values).flatMap(([name, kind]) => (name.startsWith('block.') && isKind(kind) ? [readBlock(values, name.slice('block.'.length), kind)] : []))

const isKind = (text: string): text is Kind => (KINDS as readonly string[]).includes(text)

function readBlock(values: Values, id: string, kind: Kind): DraftBlock {
  const typed = (name: string) => values[`${name}.${id}`] ?? ''
  switch (kind) {
    case 'heading':
      return { kind, id, text: typed('text') }
    case 'text':
      return { kind, id, markdown: typed('markdown'), ...(typed('hint') && { hint: typed('hint') as never }) }
    case 'badges': {
      const prefix = `badge.${id}.`
      const badgeIds = Object.keys(values).flatMap((name) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []))
      return { kind, id, badgeIds: badgeIds.slice(0, MAX_BADGES), layout: typed('layout') === 'list' ? 'list' : 'gallery', withSentences: typed('sentences') === 'on' }
    }
    case 'file':
      return { kind, id, fileId: typed('file'), caption: typed('caption'), alt: typed('alt') }
    case 'link':
      return { kind, id, address: typed('address'), title: typed('linkTitle'), note: typed('note') }
  }
}

export function emptyBlock(kind: Exclude<Kind, 'file'>, id: string): DraftBlock {
  return readBlock(kind === 'badges' ? { [`sentences.${id}`]: 'on' } : {}, id, kind)
}

/**
 * The blocks after one of the composer's buttons: `add:heading`, `up:<block>`, `first:<block>.<badge>`. Undefined for a button that does something else.
 */
export function changeBlocks(intent: string, blocks: readonly DraftBlock[], newId: () => string): DraftBlock[] | undefined {
  const [verb, which = ''] = intent.split(':')
  const at = blocks.findIndex(({ id }) => id === which)
  switch (verb) {
    case 'add':
      return isKind(which) && which !== 'file' && blocks.length < MAX_BLOCKS ? [...blocks, emptyBlock(which, newId())] : [...blocks]
    case 'remove':
      return blocks.filter(({ id }) => id !== which)
    case 'up':
      return swap(blocks, at - 1)
    case 'down':
      return swap(blocks, at)
    case 'first':
    case 'drop': {
      const [blockId, badgeId = ''] = which.split('.')
      return blocks.map((block) => (block.kind === 'badges' && block.id === blockId ? { ...block, badgeIds: moveBadge(verb, block.badgeIds, badgeId) } : block))
    }
    default:
      return undefined
  }
}

/** The one at this place and the one below it change places. */
function swap(blocks: readonly DraftBlock[], at: number): DraftBlock[] {
  const [one, other] = [blocks[at], blocks[at + 1]]
  return one && other ? blocks.toSpliced(at, 2, other, one) : [...blocks]
}

const moveBadge = (verb: 'first' | 'drop', badgeIds: readonly string[], badgeId: string): string[] => {
  const others = badgeIds.filter((other) => other !== badgeId)
  return verb === 'first' && others.length < badgeIds.length ? [badgeId, ...others] : others
}

/** Accents and capitals aside, for whoever looks for a badge by some letters of it. */
export const fold = (words: string): string => words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
