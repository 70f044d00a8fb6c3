import type { Rule } from '../access-table.ts'

export const COLLECTION_PAGES: Record<string, Rule | Rule[]> = {
  '/me/skills': { open: 'signed-in' },
}

export const COLLECTION_API: Record<string, Rule | Rule[]> = {
  '/me/skills.svg': { open: 'signed-in' },
  '/me/skills.png': { open: 'signed-in' },
}
