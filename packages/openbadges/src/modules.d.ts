declare module 'rdf-canonize' {
  export type Digest = { update(text: string): void; digest(): string | Promise<string> }
  export type CanonizeOptions = {
    algorithm: 'RDFC-1.0'
    createMessageDigest?: () => Digest
    maxWorkFactor?: number
    canonicalIdMap?: Map<string, string>
    inputFormat?: 'application/n-quads'
  }
  export function canonize(dataset: unknown, options: CanonizeOptions): Promise<string>
}
declare module 'jsonld/lib/context.js' {
  export function getInitialContext(options: object): unknown
  export function process(call: object): Promise<unknown>
}
declare module 'jsonld/lib/ContextResolver.js' {
  export default class ContextResolver {
    constructor(options: { sharedCache: Map<string, unknown> })
  }
}
