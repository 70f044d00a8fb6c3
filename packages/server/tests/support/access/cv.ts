import type { Rule } from '../access-table.ts'

export const CV_PAGES: Record<string, Rule | Rule[]> = {}

export const CV_API: Record<string, Rule | Rule[]> = {}
