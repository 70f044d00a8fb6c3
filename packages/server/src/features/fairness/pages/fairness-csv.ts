export { loader } from '#features/fairness/pages/fairness-csv.server.ts'
