import type { Rule } from '../access-table.ts'

export const ARCHIVE_PAGES: Record<string, Rule | Rule[]> = {}

export const ARCHIVE_API: Record<string, Rule | Rule[]> = {}
