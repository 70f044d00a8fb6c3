import { reactRouter } from '@react-router/dev/vite'
import { defineConfig, type Plugin } from 'vite'

/**
 * On the server the pages' bundle leaves our own modules (`#kit/…`, `#features/…/x.server.ts`) to Node, which runs them as they are:
 * a verb, a refusal or a React context is then one and the same object for pages, API and jobs. Components are bundled.
 */
const leaveOurModulesToNode: Plugin = {
  name: 'leave-our-modules-to-node',
  enforce: 'pre',
  applyToEnvironment: (environment) => environment.name === 'ssr',
  resolveId: (source) => (source.startsWith('#') && source.endsWith('.ts') ? { id: source, external: true } : null),
}

export default defineConfig({
  plugins: [leaveOurModulesToNode, reactRouter()],
  build: { target: 'es2023', chunkSizeWarningLimit: 700 },
  logLevel: 'warn',
})
