/** What nodes and links of the flow say. */
import { formatCount, formatShare } from '../../format/number.ts'
import type { PathLinkAnswer, PathNodeAnswer } from './paths.query.ts'

export function pageName({ page, other }: PathNodeAnswer): string {
  return other ? 'All others' : (page ?? 'Unknown')
}

/** /cart, step 2: 3,120 sessions, 42% of 7,430; 1,020 go no further, 880 of them left the site */
export function nodeWords(node: PathNodeAnswer, sessions: number, locale: string): string {
  const { step, count, ended, dropOff } = node
  const share =
    sessions > 0 ? `, ${formatShare(count / sessions, locale)} of ${formatCount(sessions, locale)}` : ''
  const words = `${pageName(node)}, step ${formatCount(step, locale)}: ${sessionsOf(count, locale)}${share}`
  if (ended === 0) return words
  return `${words}; ${formatCount(ended, locale)} go no further, ${formatCount(dropOff, locale)} of them left the site`
}

/** / to /cart: 3,120 sessions, 42% of those at / */
export function linkWords(
  { count }: PathLinkAnswer,
  [source, target]: readonly [PathNodeAnswer, PathNodeAnswer],
  locale: string,
): string {
  const share =
    source.count > 0 ? `, ${formatShare(count / source.count, locale)} of those at ${pageName(source)}` : ''
  return `${pageName(source)} to ${pageName(target)}: ${sessionsOf(count, locale)}${share}`
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** The beginning of a text that fits, with a mark that it goes on. */
export function fitted(text: string, widthPx: number, characterPx = 6.6): string {
  const most = Math.max(4, Math.floor(widthPx / characterPx))
  const characters = Array.from(graphemes.segment(text), ({ segment }) => segment)
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`
}

function sessionsOf(count: number, locale: string): string {
  return `${formatCount(count, locale)} ${count === 1 ? 'session' : 'sessions'}`
}
