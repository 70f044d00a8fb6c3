/** A page that opens in any browser, without a network and without a script. Whoever calls has escaped what others wrote. */
export const htmlPage = ({ lang, title, body }: { lang: string; title: string; body: string }): string => `<!doctype html>
<html lang="${lang}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self' file:; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${STYLE}</style>
<main>
${body}
</main>
</html>
`

const STYLE = `
:root{color-scheme:light dark;--ink:#1f2a2e;--soft:#5a686d;--paper:#fbf9f5;--card:#fff;--edge:#e2ddd2;--sea:#0b5c66}
@media (prefers-color-scheme:dark){:root{--ink:#eceff0;--soft:#a9b5b9;--paper:#15191b;--card:#1e2426;--edge:#364044;--sea:#7fd0d9}}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.6 system-ui,sans-serif;overflow-wrap:anywhere}
main{max-width:56rem;margin:0 auto;padding:2rem 1.25rem 4rem}
h1{font-size:1.9rem;line-height:1.2;margin:0 0 .5rem}h2{margin:2.5rem 0 .75rem;font-size:1.3rem}h3{margin:0;font-size:1.1rem}
header p,.how p,dd{color:var(--soft);max-width:42rem}
.badges{list-style:none;margin:0;padding:0;display:grid;gap:1rem}
.badges li{display:flex;flex-wrap:wrap;gap:1.25rem;padding:1.25rem;background:var(--card);border:1px solid var(--edge);border-radius:12px}
.badges li>div{flex:1 1 16rem;min-width:0}.badges img{object-fit:contain;flex:none}
.none{width:112px;height:112px;border:3px dashed var(--edge);border-radius:50%;box-sizing:border-box;flex:none}
p{margin:.35rem 0}blockquote{margin:.75rem 0;padding-left:1rem;border-left:3px solid var(--sea)}
.tags,.files,figcaption{font-size:.95rem;color:var(--soft)}a{color:var(--sea)}.files a,.pages a{display:inline-block;padding:.4rem 0}
figure{margin:1.5rem 0}figure img{max-width:100%;height:auto;border-radius:8px}
pre{background:var(--card);border:1px solid var(--edge);border-radius:8px;padding:.75rem 1rem;overflow-x:auto}
dt{font-family:ui-monospace,monospace;margin-top:.75rem}dd{margin:0}
@media print{.files,.how{display:none}.badges li{break-inside:avoid}}
`
