import type { Ctx } from '#ctx'
import { inLanguage, renderMarkdown } from '#features/achievements/index.ts'
import { getCredential, type HeldCredential, readAward } from '#features/credentials/index.ts'
import { type ImportedBadge, readDocument } from '../../imports/read-imports.ts'
import { readSaid, type Said } from '../read-said.ts'
import { alignmentsOf, readSkills, type Skill } from '../read-skills.ts'

type About = Said & { description: string; skills: Skill[] }

export async function presentHeldSaid(ctx: Ctx, held: HeldCredential) {
  const { document } = await getCredential(ctx, held.credentialId)
  const { narrative = '', evidenceUrl } = readAward(document ?? '{}')
  const { content } = held
  return presentSaid({
    description: inLanguage(content.description, ctx.locale),
    criteria: { narrative: inLanguage(content.criteria, ctx.locale), url: null },
    narrative: narrative ?? '',
    evidence: evidenceUrl ? [{ name: '', url: /^https?:\/\//i.test(evidenceUrl) ? evidenceUrl : null, narrative: '' }] : [],
    skills: readSkills(content.alignments, content.tags),
  })
}

export async function presentImportedSaid(ctx: Ctx, imported: ImportedBadge) {
  const said = readSaid(await readDocument(ctx, imported.importedId))
  return presentSaid({ ...said, description: imported.summary.description ?? '', skills: readSkills(...alignmentsOf(imported)) })
}

const presentSaid = ({ description, criteria, narrative, evidence, skills }: About) => ({
  description,
  criteriaHtml: criteria.narrative && renderMarkdown(criteria.narrative),
  criteriaUrl: criteria.url,
  narrativeHtml: narrative && renderMarkdown(narrative),
  evidence: evidence
    .filter(({ name, url, narrative }) => name || url || narrative)
    .map(({ name, url, narrative }) => ({ name, url, host: url && new URL(url).host, narrativeHtml: narrative && renderMarkdown(narrative) })),
  skills,
})

export type PresentedSaid = ReturnType<typeof presentSaid>
