import { writeFileSync } from 'node:fs'
import { createApiRoutes } from '../app.ts'
import { describeApi } from './openapi.ts'

writeFileSync(new URL('../../openapi.json', import.meta.url), `${JSON.stringify(describeApi(createApiRoutes()), null, 2)}\n`)
