/** A site's own page templates: `/shop/:section/item/:id`. Each placeholder stands for one segment; the first rule that fits counts. */
import { pageTemplate } from '../../sdk/wire/page-template.ts'

const LONGEST = 200

export function pageRuleProblem(rule: string): string | null {
  const isRule = rule.length <= LONGEST && /^(\/([^/?#\s*:]+|\*|:[a-z]\w{0,39}))+$/i.test(rule)
  return isRule
    ? null
    : 'expected a path such as /shop/*/item/:id, in which * and :id stand for a segment each'
}

/** The page of a URL by the first rule that fits, else by what every site does. */
export function compilePageRules(rules: readonly string[]): (url: string) => string {
  if (rules.length === 0) return pageTemplate
  const compiled = rules.map((rule) => ({ rule, segments: rule.split('/') }))
  return (url) => {
    const path = pathOf(url).split('/')
    const fitting = compiled.find(
      ({ segments }) =>
        segments.length === path.length &&
        segments.every((segment, i) => isWild(segment) || segment === path[i]) &&
        path.slice(1).every((segment) => segment !== ''),
    )
    return fitting?.rule ?? pageTemplate(url)
  }
}

function isWild(segment: string): boolean {
  return segment === '*' || segment.startsWith(':')
}

function pathOf(url: string): string {
  const path = url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '').replace(/[?#].*$/s, '')
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path
}
