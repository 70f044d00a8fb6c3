// What the people of the demonstration photographed, drawn: an invented school has no camera.
const scene = (sky: string, table: string, things: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="900" viewBox="0 0 1200 900"><rect width="1200" height="900" fill="${sky}"/><rect y="620" width="1200" height="280" fill="${table}"/>${things}</svg>`

const jar = (x: number, y: number, soup: string) =>
  `<g transform="translate(${x} ${y})"><ellipse cx="70" cy="232" rx="86" ry="14" fill="#00000022"/><rect width="140" height="230" rx="26" fill="#f4f1e6"/><rect x="8" y="46" width="124" height="176" rx="20" fill="${soup}"/><rect x="-4" y="-18" width="148" height="40" rx="10" fill="#b5462f"/><rect x="26" y="104" width="88" height="58" rx="6" fill="#fffdf6"/><path d="M40 124h60M40 142h40" stroke="#8a7f6a" stroke-width="6" stroke-linecap="round"/></g>`
const flower = (x: number, y: number, petal: string) =>
  `<g transform="translate(${x} ${y})"><path d="M0 0q-12 110 4 230" fill="none" stroke="#3f7a4a" stroke-width="12"/><path d="M4 130q60-50 84-14q-30 40-84 14" fill="#4f8f58"/>${[0, 60, 120, 180, 240, 300].map((turn) => `<ellipse cx="0" cy="-44" rx="24" ry="42" transform="rotate(${turn})" fill="${petal}"/>`).join('')}<circle r="26" fill="#f2b632"/></g>`

export const photos = {
  jars: {
    fileName: 'bocaux-de-la-collecte.jpg',
    alt: 'Huit bocaux de soupe orange et verte alignés sur la table de la cantine.',
    svg: scene(
      '#e9dfc8',
      '#a87b52',
      [70, 250, 430, 610, 790, 970].map((x, place) => jar(x, 450 + (place % 2) * 60, place % 3 === 1 ? '#7d9a3c' : '#e08a34')).join('') +
        jar(330, 590, '#e08a34') +
        jar(720, 600, '#7d9a3c'),
    ),
  },
  dragon: {
    fileName: 'dragon-imprime.jpg',
    alt: 'Un petit dragon vert, sorti de l’imprimante 3D, posé sur sa plaque.',
    svg: scene(
      '#cfd9dd',
      '#55656e',
      '<rect x="180" y="120" width="840" height="560" rx="28" fill="none" stroke="#2f3a41" stroke-width="46"/><rect x="560" y="150" width="90" height="150" rx="14" fill="#2f3a41"/><path d="M590 300h30l-15 40z" fill="#b5462f"/><rect x="300" y="620" width="600" height="34" rx="10" fill="#e8e4d8"/><path d="M380 610q20-150 160-150q40-90 130-80l36-34 6 50q90 40 70 110q-40 30-96 14q30 60 30 90zM760 610q90-20 130-120q20 90-40 120z" fill="#4f9a5a"/><path d="M440 470l20-60 26 52 28-56 22 58" fill="#3d7d48"/><circle cx="690" cy="420" r="14" fill="#14283a"/>',
    ),
  },
  flowers: {
    fileName: 'fleurs-du-portail.jpg',
    alt: 'Des fleurs roses, jaunes et bleues dans la terre, devant le portail.',
    svg: scene(
      '#cfe6ee',
      '#6d4f38',
      `<path d="M0 220h1200M0 330h1200" stroke="#33505e" stroke-width="16"/>${Array.from({ length: 13 }, (_, place) => `<rect x="${30 + place * 94}" y="140" width="16" height="470" fill="#33505e"/>`).join('')}${['#d9668a', '#e9a63a', '#6f86d6', '#d9668a', '#6f86d6', '#e9a63a'].map((petal, place) => flower(120 + place * 190, 430 + (place % 2) * 50, petal)).join('')}`,
    ),
  },
} as const
export type PhotoKey = keyof typeof photos
