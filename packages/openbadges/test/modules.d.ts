declare module '@digitalbazaar/vc' {
  export function verifyCredential(options: object): Promise<{ verified: boolean; error?: unknown }>
  export function issue(options: object): Promise<Record<string, unknown>>
}
declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: object)
  }
}
declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: object
}
declare module '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite' {
  export const cryptosuite: object
}
declare module 'pngjs' {
  export class PNG {
    constructor(options: { width: number; height: number })
    data: Uint8Array
    static sync: { read(bytes: Uint8Array, options?: { checkCRC: boolean }): PNG; write(png: PNG): Uint8Array }
  }
}
