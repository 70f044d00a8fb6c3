export { action } from '#features/achievements/pages/preview-markdown.server.ts'
