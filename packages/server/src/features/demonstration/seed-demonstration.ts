import type { Ctx } from '#ctx'

export async function seedDemonstration(_ctx: Ctx): Promise<void> {}
