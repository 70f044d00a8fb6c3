declare module 'rdf-canonize' {
  export type Digest = { update(text: string): void; digest(): string | Promise<string> }
  export type CanonizeOptions = {
    algorithm: 'RDFC-1.0'
    createMessageDigest?: () => Digest
    maxWorkFactor?: number
    canonicalIdMap?: Map<string, string>
  }
  export function canonize(dataset: unknown, options: CanonizeOptions): Promise<string>
}
