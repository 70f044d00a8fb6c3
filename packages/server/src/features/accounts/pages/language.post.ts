export { action, loader } from '#features/accounts/pages/language.server.ts'
