import type { Rule } from '../access-table.ts'

export const COLLECTION_PAGES: Record<string, Rule | Rule[]> = {}

export const COLLECTION_API: Record<string, Rule | Rule[]> = {}
