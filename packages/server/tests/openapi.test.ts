import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createApiRoutes } from '../src/app.ts'
import { describeApi } from '../src/web/openapi.ts'

const described = JSON.parse(JSON.stringify(describeApi(createApiRoutes())))

test('the committed openapi.json is what the routes say (npm run openapi writes it)', () => {
  expect(JSON.parse(readFileSync(new URL('../openapi.json', import.meta.url), 'utf8'))).toEqual(described)
})

test('every operation has a summary, and a schema or a reason for every response', () => {
  const silent = Object.entries(described.paths as Record<string, Record<string, { summary?: string; responses: Record<string, { description?: string }> }>>).flatMap(
    ([path, methods]) =>
      Object.entries(methods)
        .filter(([, operation]) => !operation.summary || Object.values(operation.responses).some((response) => !response.description))
        .map(([method]) => `${method} ${path}`),
  )
  expect(silent).toEqual([])
})
