import type { Rule } from '../access-table.ts'

export const ARCHIVE_PAGES: Record<string, Rule | Rule[]> = {
  '/me/data': { open: 'signed-in' },
}

export const ARCHIVE_API: Record<string, Rule | Rule[]> = {
  '/me/data/archive.zip': { open: 'signed-in' },
}
