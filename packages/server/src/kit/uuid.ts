const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Whether PostgreSQL would take it: an address with any other text names nothing. */
export const isUuid = (text: string): boolean => UUID.test(text)
