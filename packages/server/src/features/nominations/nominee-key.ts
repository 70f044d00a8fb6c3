/** One person, one key: their id, or their name as anybody would type it, without accents, capitals and spaces too many. */
export const nomineeKey = (nominee: { personId: string } | { name: string }): string =>
  'personId' in nominee
    ? nominee.personId.toLowerCase()
    : `name:${nominee.name
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim()}`
