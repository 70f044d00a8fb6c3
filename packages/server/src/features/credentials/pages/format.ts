import type { Ctx } from '#ctx'

export const formatDay = (ctx: Ctx, date: Date): string => new Intl.DateTimeFormat(ctx.locale, { dateStyle: 'long', timeZone: 'Europe/Paris' }).format(date)
export const formatMoment = (ctx: Ctx, date: Date): string => new Intl.DateTimeFormat(ctx.locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Paris' }).format(date)
