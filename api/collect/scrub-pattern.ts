/**
 * What a site takes out of texts besides what every site does: plain text in which `#` stands for a digit and `*` for
 * any run of characters without a break. Matched by hand in linear time, so that no pattern can hold up the collector.
 */

const LONGEST = 60
const SHORTEST = 3
/** What `*` does not cross. */
const BREAK = /[\s"'<>,;&]/
const REPLACEMENT = '[removed]'

export function patternProblem(pattern: string): string | null {
  const plain = pattern.replaceAll('*', '')
  if (pattern.length > LONGEST || plain.length < SHORTEST)
    return `expected ${SHORTEST} to ${LONGEST} characters besides *`
  if (pattern.startsWith('*')) return 'expected text before the first *'
  if (pattern.includes('**')) return 'expected text between two *'
  return pattern.includes('*') && BREAK.test(pattern)
    ? 'a pattern with * has no spaces, quotes or any of <>,;&: * does not cross them'
    : null
}

/** Gives the text with `[removed]` for all that one of the patterns fits, upper and lower case being the same. */
export function compilePatterns(patterns: readonly string[]): (text: string) => string {
  const compiled = patterns.map((pattern) => pattern.split('*').map(foldedCodes))
  return (text) => compiled.reduce(replaceAll, text)
}

function replaceAll(text: string, parts: readonly (readonly number[])[]): string {
  let from = 0
  let kept = ''
  const limitAt = breaksOf(text)
  const find = (begin: number) => findMatch({ text, parts, begin, limitAt })
  for (let match = find(0); match !== null; match = find(match.end)) {
    kept += text.slice(from, match.start) + REPLACEMENT
    from = match.end
  }
  return from === 0 ? text : kept + text.slice(from)
}

/**
 * The first match from `begin` on. The parts are sought one behind the other up to the next break; where one is missing
 * no later start before that break can have it, so the search goes on behind the break and no place is looked at twice.
 */
function findMatch({
  text,
  parts,
  begin,
  limitAt,
}: {
  text: string
  parts: readonly (readonly number[])[]
  begin: number
  limitAt: (start: number) => number
}): { start: number; end: number } | null {
  const [first = [], ...rest] = parts
  if (rest.length === 0) {
    const start = indexOf(text, first, begin, text.length)
    return start === -1 ? null : { start, end: start + first.length }
  }
  for (let from = begin; ;) {
    const start = indexOf(text, first, from, text.length)
    if (start === -1) return null
    const limit = limitAt(start)
    let end = start + first.length
    for (const part of rest) {
      // A `*` at the end takes all that is left.
      const next = part.length === 0 ? limit : indexOf(text, part, end, limit)
      end = next === -1 ? -1 : next + part.length
      if (end === -1) break
    }
    if (end !== -1) return { start, end }
    from = limit
  }
}

function indexOf(text: string, part: readonly number[], from: number, limit: number): number {
  for (let start = from; start + part.length <= limit; start++) {
    if (part.every((code, i) => fits(code, text.charCodeAt(start + i)))) return start
  }
  return -1
}

const DIGIT = -1

function fits(code: number, other: number): boolean {
  return code === DIGIT ? other >= 0x30 && other <= 0x39 : code === fold(other)
}

function foldedCodes(part: string): number[] {
  return Array.from({ length: part.length }, (_, i) => (part[i] === '#' ? DIGIT : fold(part.charCodeAt(i))))
}

/** ASCII alone: what lower-casing makes of other letters may be longer than they are. */
function fold(code: number): number {
  return code >= 0x41 && code <= 0x5a ? code + 32 : code
}

/** Where the next break is. Asked with growing starts, so that each character is looked at once however many matches there are. */
function breaksOf(text: string): (start: number) => number {
  let limit = -1
  return (start) => {
    if (start < limit) return limit
    limit = start
    while (limit < text.length && !BREAK.test(text[limit] ?? '')) limit++
    return limit
  }
}
