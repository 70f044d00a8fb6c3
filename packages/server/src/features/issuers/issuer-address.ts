import { didWebFromUrl } from '@boat/openbadges'
import type { Config } from '#config'

export const issuerDid = (config: Config, issuerId: string): string => didWebFromUrl(config.url, `issuers/${issuerId}`)
/** The page about an issuer; the same address gives its Profile as JSON. */
export const issuerUrl = (config: Config, issuerId: string): string => `${config.url}/issuers/${issuerId}`
