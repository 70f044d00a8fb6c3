import c2018CredentialsV1 from './2018-credentials-v1.json' with { type: 'json' }
import clrV2p0 from './clr-v2p0.json' with { type: 'json' }
import clrV2p0201 from './clr-v2p0-2.0.1.json' with { type: 'json' }
import credentialsStatusV1 from './credentials-status-v1.json' with { type: 'json' }
import credentialsV2 from './credentials-v2.json' with { type: 'json' }
import dataIntegrityV1 from './data-integrity-v1.json' with { type: 'json' }
import dataIntegrityV2 from './data-integrity-v2.json' with { type: 'json' }
import didV1 from './did-v1.json' with { type: 'json' }
import jwkV1 from './jwk-v1.json' with { type: 'json' }
import multikeyV1 from './multikey-v1.json' with { type: 'json' }
import obV2p0 from './ob-v2p0.json' with { type: 'json' }
import obV3p0 from './ob-v3p0.json' with { type: 'json' }
import obV3p0301 from './ob-v3p0-3.0.1.json' with { type: 'json' }
import obV3p0302 from './ob-v3p0-3.0.2.json' with { type: 'json' }
import obV3p0303 from './ob-v3p0-3.0.3.json' with { type: 'json' }
import obV3p0Extensions from './ob-v3p0-extensions.json' with { type: 'json' }
import odrl from './odrl.json' with { type: 'json' }
import securitySuitesEd255192020V1 from './security-suites-ed25519-2020-v1.json' with { type: 'json' }
import securityV1 from './security-v1.json' with { type: 'json' }
import securityV2 from './security-v2.json' with { type: 'json' }
import statusList2021V1 from './status-list-2021-v1.json' with { type: 'json' }
import suitesJws2020 from './suites-jws-2020.json' with { type: 'json' }

/** One JSON-LD context as it is pinned here: the body never comes from the network. */
export type PinnedContext = {
  /** The address that a document names. */
  url: string
  /** The file beside this one that holds the body, byte for byte as published. */
  file: string
  /** SHA-256 of that file, hexadecimal: held by a test. */
  sha256: string
  /** Where the body was taken from: repository@commit:path. */
  source: string
  licence: string
  document: object
}

const pin = (url: string, file: string, sha256: string, source: string, licence: string, document: object): PinnedContext => ({ url, file, sha256, source, licence, document })

/** Every context that a document may name. Any other is an error, never a fetch. */
export const pinnedContexts: ReadonlyMap<string, PinnedContext> = new Map(
  [
    pin(
      'https://purl.imsglobal.org/spec/clr/v2p0/context.json',
      'clr-v2p0.json',
      'e198d7b517d74c5036434ce495086f67b10244709e9a3df9dcb7f8b1579b6167',
      '1EdTech/digital-credentials-public-validator@38254719:inspector-vc/src/main/resources/contexts/clr-v2p0.json',
      'Apache-2.0',
      clrV2p0,
    ),
    pin(
      'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json',
      'clr-v2p0-2.0.1.json',
      '880f1902d4158f2f33ce06af41b90719977cd1ea337a9de2e41edb3ff5e543d6',
      '1EdTech/digital-credentials-public-validator@38254719:inspector-vc/src/main/resources/contexts/clr-v2p0-2.0.1.json',
      'Apache-2.0',
      clrV2p0201,
    ),
    pin(
      'https://purl.imsglobal.org/spec/ob/v3p0/context.json',
      'ob-v3p0.json',
      'b077fa134d909d92c1dcd1c153f2af1b244aeb415967fdc1467d7fc5dd48ac10',
      '1EdTech/digital-credentials-public-validator@38254719:inspector-vc/src/main/resources/contexts/ob-v3p0.json',
      'Apache-2.0',
      obV3p0,
    ),
    pin(
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json',
      'ob-v3p0-3.0.1.json',
      'cfc147db5fd5e3575b06bd471fe04784e92de69296f64a351b8dff0ec3372e9c',
      '1EdTech/digital-credentials-public-validator@38254719:inspector-vc/src/main/resources/contexts/ob-v3p0-3.0.1.json',
      'Apache-2.0',
      obV3p0301,
    ),
    pin(
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json',
      'ob-v3p0-3.0.2.json',
      'bba433989e1e700ca60838a3c22378e7d8381aeb0c9590f9ddf84d1714f10296',
      '1EdTech/digital-credentials-public-validator@38254719:inspector-vc/src/main/resources/contexts/ob-v3p0-3.0.2.json',
      'Apache-2.0',
      obV3p0302,
    ),
    pin(
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
      'ob-v3p0-3.0.3.json',
      '3d34f4d4ef1bce691106e63798beb5e7b862ba841423f5ee1e53ab7ddf3bca84',
      '1EdTech/digital-credentials-public-validator@38254719:inspector-vc/src/main/resources/contexts/ob-v3p0-3.0.3.json',
      'Apache-2.0',
      obV3p0303,
    ),
    pin(
      'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
      'ob-v3p0-extensions.json',
      '146f85aa16effd7ca1da8056eb443f53ce1eca8a34186cb062832c0a97d889c3',
      '1EdTech/digital-credentials-public-validator@38254719:inspector-vc/src/main/resources/contexts/ob-v3p0-extensions.json',
      'Apache-2.0',
      obV3p0Extensions,
    ),
    pin(
      'https://www.w3.org/ns/did/v1',
      'did-v1.json',
      'adefa50311393eb1bd788a38ac9fe2696c65367928f6996812cd54577394f4da',
      '1EdTech/digital-credentials-public-validator@38254719:inspector-vc/src/main/resources/contexts/did-v1.jsonld',
      'Apache-2.0',
      didV1,
    ),
    pin(
      'https://w3id.org/security/suites/ed25519-2020/v1',
      'security-suites-ed25519-2020-v1.json',
      '67646fbc0d6582ad7fbf08ccf0d3a4bedbb4177fd2d63385de52dc1b092ed6c5',
      '1EdTech/digital-credentials-public-validator@38254719:inspector-vc/src/main/resources/contexts/security-suites-ed25519-2020-v1.jsonld',
      'Apache-2.0',
      securitySuitesEd255192020V1,
    ),
    pin(
      'https://w3id.org/security/data-integrity/v1',
      'data-integrity-v1.json',
      'c6e5073f4bd4bf6d08f245736e6f32c29b012860b18583644b2d71e1de862669',
      '1EdTech/digital-credentials-public-validator@38254719:inspector-vc/src/main/resources/contexts/data-integrity-v1.jsonld',
      'Apache-2.0',
      dataIntegrityV1,
    ),
    pin(
      'https://www.w3.org/2018/credentials/v1',
      '2018-credentials-v1.json',
      '3d0b277522ed24385c850b9882b9688687189b8f37a9bd9f1577e348b1019c44',
      '1EdTech/digital-credentials-public-validator@38254719:inspector-vc/src/main/resources/contexts/2018-credentials-v1.jsonld',
      'Apache-2.0',
      c2018CredentialsV1,
    ),
    pin(
      'https://www.w3.org/ns/credentials/v2',
      'credentials-v2.json',
      '59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734',
      '1EdTech/digital-credentials-public-validator@38254719:inspector-vc/src/main/resources/contexts/credentials-v2.jsonld',
      'Apache-2.0',
      credentialsV2,
    ),
    pin(
      'https://w3id.org/security/v1',
      'security-v1.json',
      'abaf97e107d1925503c433dcaf3ffd2831697cacc1ed2a293e1bc8030d5bcb47',
      '1EdTech/digital-credentials-public-validator@38254719:inspector-vc/src/main/resources/contexts/security-v1.jsonld',
      'Apache-2.0',
      securityV1,
    ),
    pin(
      'https://w3id.org/security/v2',
      'security-v2.json',
      '611bd81151d5efe53ec9aed78f5a813e577287bc9451ee26d6879b1b8b46bc3b',
      '1EdTech/digital-credentials-public-validator@38254719:inspector-vc/src/main/resources/contexts/security-v2.jsonld',
      'Apache-2.0',
      securityV2,
    ),
    pin(
      'https://w3id.org/security/suites/jws-2020/v1',
      'suites-jws-2020.json',
      'd648e05ddc6577827ca2bfd5e931f53e9ebc6e52a57a8da81df4ec8c46ffcd1e',
      '1EdTech/digital-credentials-public-validator@38254719:inspector-vc/src/main/resources/contexts/suites-jws-2020.jsonld',
      'Apache-2.0',
      suitesJws2020,
    ),
    pin(
      'https://www.w3.org/ns/odrl.jsonld',
      'odrl.json',
      'f9937a5cf820abc39a1b954a3752132a9334fb23ec4a379e77a74a007c8f567d',
      '1EdTech/digital-credentials-public-validator@38254719:inspector-vc/src/main/resources/contexts/odrl.jsonld',
      'Apache-2.0',
      odrl,
    ),
    pin(
      'https://w3id.org/openbadges/v2',
      'ob-v2p0.json',
      '393a890d7d95eb3a86f5f12309648a64c2d0676e5270e2967b5341a2dcea13d2',
      '1EdTech/digital-credentials-public-validator@38254719:inspector-vc/src/main/resources/contexts/obv2x.jsonld',
      'Apache-2.0',
      obV2p0,
    ),
    pin(
      'https://openbadgespec.org/v2/context.json',
      'ob-v2p0.json',
      '393a890d7d95eb3a86f5f12309648a64c2d0676e5270e2967b5341a2dcea13d2',
      '1EdTech/digital-credentials-public-validator@38254719:inspector-vc/src/main/resources/contexts/ob-v2p0.json',
      'Apache-2.0',
      obV2p0,
    ),
    pin(
      'https://w3id.org/security/data-integrity/v2',
      'data-integrity-v2.json',
      '67f21e6e33a6c14e5ccfd2fc7865f7474fb71a04af7e94136cb399dfac8ae8f4',
      'w3c/vc-data-integrity@570d7641:contexts/data-integrity/v2',
      'W3C Software and Document License',
      dataIntegrityV2,
    ),
    pin(
      'https://w3id.org/security/multikey/v1',
      'multikey-v1.json',
      'ba2c182de2d92f7e47184bcca8fcf0beaee6d3986c527bf664c195bbc7c58597',
      'w3c/vc-data-integrity@570d7641:contexts/multikey/v1',
      'W3C Software and Document License',
      multikeyV1,
    ),
    pin(
      'https://w3id.org/security/jwk/v1',
      'jwk-v1.json',
      '0f14b62f6071aafe00df265770ea0c7508e118247d79b7d861a406d2aa00bece',
      'w3c/vc-data-integrity@570d7641:contexts/jwk/v1',
      'W3C Software and Document License',
      jwkV1,
    ),
    pin(
      'https://www.w3.org/ns/credentials/status/v1',
      'credentials-status-v1.json',
      'fda5add353231e6a6884a46b12e6c75464281900cb348284d9c360f62381d9f7',
      'w3c/vc-bitstring-status-list@74fcae11:contexts/v1.jsonld',
      'W3C Software and Document License',
      credentialsStatusV1,
    ),
    pin(
      'https://w3id.org/vc/status-list/2021/v1',
      'status-list-2021-v1.json',
      '634d71c159289f068c96012e4511c657fdf82ac4231900081bda3ba24e2e1160',
      'npm:@digitalbazaar/vc-status-list-context@3.1.1:contexts/vc-status-list-v1.jsonld',
      'BSD-3-Clause',
      statusList2021V1,
    ),
  ].map((context) => [context.url, context]),
)
