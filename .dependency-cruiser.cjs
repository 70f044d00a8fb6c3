// The edges of the house, each with the sentence that explains it. `npm run boundaries` checks them.
const EDGES = {
  accounts: [],
  organizations: ['accounts'],
  issuers: ['accounts', 'organizations'],
  achievements: ['accounts', 'organizations', 'issuers'],
  credentials: ['accounts', 'organizations', 'issuers', 'achievements'],
  passports: ['accounts', 'organizations', 'issuers', 'achievements', 'credentials', 'verification'],
  ceremonies: ['accounts', 'organizations', 'issuers', 'achievements', 'credentials', 'passports', 'nominations'],
  nominations: ['accounts', 'organizations', 'achievements', 'credentials'],
  juries: ['accounts', 'organizations', 'issuers', 'achievements', 'credentials', 'nominations'],
  guardians: ['accounts', 'organizations', 'issuers', 'achievements', 'credentials', 'passports', 'ceremonies'],
  departures: ['accounts', 'organizations', 'issuers', 'achievements', 'credentials', 'passports', 'nominations', 'juries', 'ceremonies', 'guardians', 'practice'],
  fairness: ['accounts', 'organizations', 'achievements', 'nominations'],
  onboarding: ['accounts', 'organizations', 'issuers', 'achievements', 'credentials', 'nominations', 'ceremonies'],
  practice: ['accounts', 'organizations', 'achievements', 'credentials', 'guardians'],
  verification: ['accounts', 'organizations', 'issuers', 'achievements', 'credentials'],
  delivery: ['accounts', 'organizations', 'issuers', 'achievements', 'credentials', 'passports', 'nominations', 'juries', 'ceremonies', 'guardians', 'departures', 'practice'],
  demonstration: [
    'accounts',
    'organizations',
    'issuers',
    'achievements',
    'credentials',
    'passports',
    'nominations',
    'juries',
    'ceremonies',
    'guardians',
    'departures',
    'onboarding',
    'practice',
  ],
}
const FEATURES = '^packages/server/src/features'
const TESTS = '\\.(test|fixture)\\.tsx?$'

const declaredEdges = Object.entries(EDGES).map(([slice, allowed]) => ({
  name: `edges-of-${slice}`,
  comment: `${slice} may use only ${allowed.join(', ') || 'no other slice'}: edges go one way. A slice that must react to another listens to its facts.`,
  severity: 'error',
  from: { path: `${FEATURES}/${slice}/`, pathNot: TESTS },
  to: { path: `${FEATURES}/`, pathNot: [slice, ...allowed].map((name) => `${FEATURES}/${name}/`) },
}))

module.exports = {
  forbidden: [
    {
      name: 'kit-knows-no-feature',
      comment: 'kit is plumbing without a domain word: it imports nothing of ours.',
      severity: 'error',
      from: { path: '^packages/server/src/kit/', pathNot: TESTS },
      to: { path: '^packages/', pathNot: '^packages/server/src/kit/' },
    },
    {
      name: 'features-meet-at-the-index',
      comment: 'A slice reaches another only through its index.ts: the rest is its own business.',
      severity: 'error',
      from: { path: `${FEATURES}/([^/]+)/`, pathNot: TESTS },
      to: { path: `${FEATURES}/[^/]+/`, pathNot: [`${FEATURES}/$1/`, `${FEATURES}/[^/]+/index\\.ts$`, '\\.schema\\.ts$'] },
    },
    ...declaredEdges,
    {
      name: 'verbs-know-no-door',
      comment: 'Doors import verbs; verbs never import doors (routes, jobs lists, pages).',
      severity: 'error',
      from: { path: `${FEATURES}/`, pathNot: [TESTS, '\\.routes\\.ts$', '\\.jobs\\.ts$', '/pages/', '/faces/'] },
      to: { path: ['\\.routes\\.ts$', '/pages/', '^packages/server/src/app\\.ts$', '^packages/server/src/main\\.ts$'] },
    },
    {
      name: 'browser-code-stays-in-the-browser',
      comment: 'A page component imports the shell, the standards and schemas. Its server half is a type, or re-exported and stripped by the build.',
      severity: 'error',
      from: { path: '\\.tsx$', pathNot: ['entry\\.server\\.tsx$', TESTS] },
      to: {
        path: '^packages/server/src/',
        dependencyTypesNot: ['type-only'],
        pathNot: ['\\.tsx$', '\\.css$', '\\.schema\\.ts$', '\\.server\\.ts$', '/design/', '/browser/', '^packages/server/src/web/'],
      },
    },
    {
      name: 'what-browsers-run-needs-no-server',
      comment: 'A folder `browser/` is what browsers run as well: it imports itself, the standards and schemas, nothing that could reach the database.',
      severity: 'error',
      from: { path: `${FEATURES}/([^/]+)/browser/`, pathNot: TESTS },
      to: { path: '^packages/server/src/', dependencyTypesNot: ['type-only'], pathNot: [`${FEATURES}/$1/browser/`, '\\.schema\\.ts$', '^packages/server/src/kit/uuid\\.ts$'] },
    },
    {
      name: 'only-one-file-knows-json-ld',
      comment: 'jsonld ships an HTTP client: one file of the standards imports it, with a loader over pinned contexts.',
      severity: 'error',
      from: { path: '^packages/openbadges/src/', pathNot: ['^packages/openbadges/src/proof/canonicalize\\.ts$', TESTS] },
      to: { path: 'node_modules/(jsonld|rdf-canonize)/' },
    },
    {
      name: 'the-standards-stand-alone',
      comment: 'openbadges knows no platform.',
      severity: 'error',
      from: { path: '^packages/openbadges/' },
      to: { path: '^packages/(server|cli)/' },
    },
    {
      name: 'no-circular',
      comment: 'A cycle has no first file to read.',
      severity: 'error',
      from: { path: '^packages/', pathNot: TESTS },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['/build/', '\\.json$'] },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node'], extensions: ['.ts', '.tsx', '.js', '.css'] },
  },
}
