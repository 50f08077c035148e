/**
 * Finds the pages that are one page with a name in it: `/blog/tea-for-two`, `/blog/on-oolong`, … are `/blog/:name`. Where
 * a path goes on in more ways than anybody makes by hand, the segment is a name; what lies below goes together.
 */
export type LearnedRule = { rule: string; pages: number; examples: string[] }

/** Below one path: more different ones than a menu has. */
const LEAST_BELOW = 25
/** At the root a site may have many pages that are its own. */
const LEAST_AT_ROOT = 200
const MOST_RULES = 20
const EXAMPLES = 3

type Node = { children: Map<string, Node>; pages: string[] }

/** The rules that would take most pages together, the largest first. Only paths are looked at: other names are the app's. */
export function learnPageRules(pages: readonly string[]): LearnedRule[] {
  const root = emptyNode()
  for (const page of pages) {
    if (!page.startsWith('/') || page === '/') continue
    let node = root
    for (const segment of page.slice(1).split('/')) node = childOf(node, segment)
    node.pages.push(page)
  }
  return rulesBelow(root, [])
    .sort((a, b) => b.pages - a.pages || (a.rule < b.rule ? -1 : 1))
    .slice(0, MOST_RULES)
}

function rulesBelow(node: Node, path: readonly string[]): LearnedRule[] {
  const literals = [...node.children].filter(([segment]) => !isPlaceholder(segment))
  const least = path.length === 0 ? LEAST_AT_ROOT : LEAST_BELOW
  const children = new Map(node.children)
  if (literals.length >= least) {
    const merged = literals.map(([, child]) => child).reduce(merge, emptyNode())
    for (const [segment] of literals) children.delete(segment)
    const name = nameFor(path)
    const known = children.get(name)
    children.set(name, known === undefined ? merged : merge(merged, known))
  }
  const own = node.pages.length > 1 ? [ruleOf(path, node.pages)] : []
  return [...own, ...[...children].flatMap(([segment, child]) => rulesBelow(child, [...path, segment]))]
}

function ruleOf(path: readonly string[], pages: readonly string[]): LearnedRule {
  return { rule: `/${path.join('/')}`, pages: pages.length, examples: pages.toSorted().slice(0, EXAMPLES) }
}

/** `:name`, and where the path has one already `:name2`. */
function nameFor(path: readonly string[]): string {
  const before = path.filter((segment) => segment.startsWith(':name')).length
  return before === 0 ? ':name' : `:name${before + 1}`
}

function isPlaceholder(segment: string): boolean {
  return segment.startsWith(':') || segment === '*'
}

function emptyNode(): Node {
  return { children: new Map(), pages: [] }
}

function childOf(node: Node, segment: string): Node {
  const child = node.children.get(segment) ?? emptyNode()
  node.children.set(segment, child)
  return child
}

function merge(a: Node, b: Node): Node {
  const children = new Map(a.children)
  for (const [segment, child] of b.children) {
    const known = children.get(segment)
    children.set(segment, known === undefined ? child : merge(known, child))
  }
  return { children, pages: [...a.pages, ...b.pages] }
}
