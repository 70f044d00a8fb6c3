import { html, raw } from 'hono/html'
import type { Ctx } from '#ctx'
import { formatDay } from '#kit/format-day.ts'
import { translate } from '#web/translations.ts'
import type { OpenShare } from './find-share.ts'
import { listShown } from './list-shown.ts'
import { type Found, isHolderConfirmed, verifyAllShown } from './verify-shown.ts'

type Embed = { token: string; nonce: string }

/** A page for the frame of another site: small, without a script, each badge as it stands at this view, and the way to the whole. */
export async function writeEmbed(ctx: Ctx, share: OpenShare, { token, nonce }: Embed): Promise<string> {
  const t = translate(ctx.locale)
  const base = `${ctx.config.url}/s/${encodeURIComponent(token)}`
  const badges = (await verifyAllShown(ctx, await listShown(ctx, share))).filter(({ found }) => found.state !== 'revoked')
  const rows = badges.map(
    (badge) => html`<li>
<a href="${base}/badges/${badge.badgeId}" target="_blank" rel="noopener noreferrer">
${badge.picture ? html`<img src="${base}/pictures/${badge.badgeId}.png" alt="" width="52" height="52">` : html`<span class="letter" aria-hidden="true">${badge.name.slice(0, 1).toUpperCase()}</span>`}
<span class="words"><b>${badge.name}</b><span>${badge.issuerName}${isHolderConfirmed(badge) ? '' : ` · ${t('shares:holder.short')}`}</span></span></a>
<span class="state ${badge.found.state}" title="${sayWhen(ctx, badge.found)}">${t(`shares:state.${badge.found.state}.name`)}</span>
</li>`,
  )
  const page = html`<!doctype html>
<html lang="${ctx.locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex,nofollow"><title>${t('shares:shown.title', { name: share.personName, count: badges.length })} · BOAT</title><style nonce="${nonce}">${raw(STYLE)}</style></head>
<body><main><h1>${share.personName}</h1>
${badges.length === 0 ? html`<p>${t('shares:shown.nothing')}</p>` : html`<ul>${rows}</ul>`}
<p class="more"><a href="${base}" target="_blank" rel="noopener noreferrer">${t('shares:embed.more')}</a> <span>${t('shares:embed.verified')}</span></p>
</main></body></html>`
  return String(await page)
}

const sayWhen = (ctx: Ctx, { isNow, verifiedAt }: Found): string =>
  translate(ctx.locale)(isNow ? 'shares:verified.now' : 'shares:verified.before', { date: formatDay(verifiedAt, ctx.locale) })

/** The frame is of the page of somebody else: it follows the light or the night of who reads. */
const STYLE = `
:root{color-scheme:light dark;--paper:#fff;--ink:#14283a;--muted:#50616e;--edge:#e4dccb;--link:#0f5a70;--good:#1a6b3c;--late:#7a4a00;--bad:#a32020}
@media (prefers-color-scheme:dark){:root{--paper:#142a3a;--ink:#f4eee1;--muted:#aebcc6;--edge:#264153;--link:#74c9d8;--good:#8fdcae;--late:#f3c47a;--bad:#ffa8a8}}
*{box-sizing:border-box}
body{margin:0;font:15px/1.4 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;color:var(--ink);background:var(--paper)}
main{padding:12px 14px;border:1px solid var(--edge);border-radius:12px;min-height:100vh}
h1{margin:0 0 4px;font-size:16px}
ul{list-style:none;margin:0;padding:0}
li{display:flex;flex-wrap:wrap;align-items:center;gap:4px 10px;padding:6px 0;border-bottom:1px solid var(--edge)}
li a{display:flex;align-items:center;gap:10px;flex:1 1 9rem;min-width:0;color:inherit;text-decoration:none}
li a:hover b,li a:focus-visible b{text-decoration:underline}
a:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:6px}
img,.letter{width:52px;height:52px;flex:none;object-fit:contain}
.letter{display:grid;place-items:center;border-radius:50%;background:var(--edge);font-weight:700;font-size:22px}
.words{display:grid;min-width:0;overflow-wrap:anywhere}
.words span,.more span{color:var(--muted);font-size:13px}
.state{border:1.5px solid currentColor;border-radius:99px;padding:0 10px;font-size:13px;font-weight:600;color:var(--muted)}
.valid{color:var(--good)}.expired{color:var(--late)}.invalid{color:var(--bad)}
.more{margin:8px 0 0}
.more a{display:inline-block;padding:10px 8px 10px 0;color:var(--link);font-weight:600}
`
