export { action, loader } from '#features/accounts/pages/appearance.server.ts'
