export { action, loader } from '#features/accounts/pages/sign-out.server.ts'
