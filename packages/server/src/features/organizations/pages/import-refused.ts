export { loader } from '#features/organizations/pages/import-refused.server.ts'
