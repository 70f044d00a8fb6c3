import type { Rule } from '../access-table.ts'

export const CIRCLE_PAGES: Record<string, Rule | Rule[]> = {}

export const CIRCLE_API: Record<string, Rule | Rule[]> = {}
