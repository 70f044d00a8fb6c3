/** For how long the code on a CV leads somewhere. */
export const SHARE_DAYS = ['30', '180', '365'] as const
