import type { JsonObject } from '../terms/json.ts'

/** An extension that the standard itself publishes: its type, what each of its words means, what it demands. */
export type KnownExtension = { type: string; terms: Readonly<Record<string, string>>; schema: JsonObject }

const known = (type: string, terms: Record<string, string>, schema: JsonObject): KnownExtension => ({ type, terms, schema: { type: 'object', ...schema } })
const text = { type: 'string' }
const uri = { type: 'string', format: 'uri' }
const number = { type: 'number' }

/**
 * The extensions described with Open Badges 2.0, by the folder of their context, so that they are checked without the
 * network.
 *
 * @see https://www.imsglobal.org/sites/default/files/Badges/OBv2p0Final/extensions/index.html
 */
const EXTENSIONS: Readonly<Record<string, KnownExtension>> = {
  exampleExtension: known('ExampleExtension', { exampleProperty: 'http://schema.org/text' }, { properties: { exampleProperty: text }, required: ['exampleProperty'] }),
  applyLinkExtension: known('ApplyLink', { url: 'https://w3id.org/openbadges/extensions#applyLink' }, { properties: { url: uri }, required: ['url'] }),
  originalCreatorExtension: known('OriginalCreator', { url: 'http://schema.org/url' }, { properties: { url: uri }, required: ['url'] }),
  recipientProfile: known('RecipientProfile', {}, { properties: { id: text, name: text, publicKey: uri } }),
  geoCoordinatesExtension: known(
    'GeoCoordinates',
    {},
    {
      properties: { name: text, description: text, geo: { type: 'object', properties: { latitude: number, longitude: number }, required: ['latitude', 'longitude'] } },
      required: ['description', 'geo'],
    },
  ),
}

/** The extension whose context is published at that address by the standard. */
export function findKnownExtension(context: string): KnownExtension | undefined {
  const [, name = ''] = /^https?:\/\/(?:w3id\.org\/openbadges|openbadgespec\.org)\/extensions\/(\w+)\/context\.json$/.exec(context) ?? []
  return Object.hasOwn(EXTENSIONS, name) ? EXTENSIONS[name] : undefined
}
