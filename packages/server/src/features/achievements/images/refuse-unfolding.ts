import { refuse } from '../achievements.errors.ts'

/** What all references unfold to: ten groups that each use the former ten times would be ten thousand million shapes. */
const MAX_UNFOLDED = 20_000

/** Refuses a drawing that is small on paper and endless on screen: `use`, patterns, masks and markers that hold one another. */
export function refuseUnfolding(svg: Element): void {
  const byId = new Map([...svg.querySelectorAll('[id]')].map((element) => [element.getAttribute('id')!, element]))
  const rules = readRules(svg)
  const counts = new Map<Element, number>()
  const count = (element: Element, above: ReadonlySet<Element>): number => {
    const known = counts.get(element)
    if (known !== undefined) return known
    if (above.has(element)) throw refuse('image_too_complex')
    const inside = new Set(above).add(element)
    let total = 1
    for (const child of element.children) total += count(child, inside)
    for (const id of references(element, rules)) {
      const target = byId.get(id)
      if (target) total += count(target, inside)
    }
    if (total > MAX_UNFOLDED) throw refuse('image_too_complex')
    counts.set(element, total)
    return total
  }
  count(svg, new Set())
}

type Rule = { selected: ReadonlySet<string>; ids: string[] }

const idsIn = (text: string): string[] => [...text.matchAll(/url\s*\(\s*["']?#([\w:.-]+)/g)].map((match) => match[1]!)

/** Style rules that refer to something, with every class, id and element name that their selectors mention. */
function readRules(svg: Element): Rule[] {
  const css = [...svg.querySelectorAll('style')].map((style) => style.textContent).join('\n')
  return [...css.matchAll(/([^{}]*)\{([^{}]*)\}/g)]
    .map(([, selectors, body]) => ({ selected: new Set(selectors!.match(/[.#]?[\w-]+|\*/g) ?? []), ids: idsIn(body!) }))
    .filter((rule) => rule.ids.length > 0)
}

function references(element: Element, rules: Rule[]): string[] {
  const own = [...element.attributes].flatMap(({ localName, value }) => (localName === 'href' ? [value.trim().slice(1)] : idsIn(value)))
  const names = [element.localName, '*', `#${element.id}`, ...(element.getAttribute('class') ?? '').split(/\s+/).map((name) => `.${name}`)]
  return [...own, ...rules.filter((rule) => names.some((name) => rule.selected.has(name))).flatMap((rule) => rule.ids)]
}
