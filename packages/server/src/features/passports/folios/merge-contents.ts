import type { Block, FolioContent } from './folio.schema.ts'

/** Two versions of one page, one after the other: what only the other one has, or says in another way, stands below. Nothing is lost, somebody tidies up. */
export function mergeContents(own: FolioContent, other: FolioContent, newId: () => string): FolioContent {
  const said = new Set(own.blocks.map(contentOf))
  const missing = other.blocks.filter((block) => !said.has(contentOf(block)))
  const introduction: Block[] = other.introduction && other.introduction !== own.introduction ? [{ kind: 'text', id: newId(), markdown: other.introduction }] : []
  return { ...own, blocks: [...own.blocks, ...introduction, ...missing.map((block) => ({ ...block, id: newId() }))] }
}

/** All but its id; the same photo with another caption is the same photo. */
function contentOf(block: Block): string {
  if (block.kind === 'file') return `file ${block.fileId}`
  return JSON.stringify(
    Object.entries(block)
      .filter(([key]) => key !== 'id')
      .toSorted(([one], [other]) => (one < other ? -1 : 1)),
  )
}
