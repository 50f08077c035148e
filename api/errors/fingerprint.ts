/**
 * Which group an error belongs to: the client's own fingerprint; else its type and the in-app frames of its stack by
 * function and module, without line, column, build hash or query string; else its type and its message with what varies
 * replaced. Versioned: a change of the algorithm makes new groups under a new prefix and never regroups stored ones.
 */
import { createHash } from 'node:crypto'

export type ErrorFacts = {
  fingerprint?: string
  type?: string
  message: string
  stack?: string
  source: string
}

export type Frame = { function: string; module: string }

const VERSION = 'v1'
const FRAMES = 8

export function fingerprint({ fingerprint: own, type, message, stack, source }: ErrorFacts): string {
  if (own !== undefined) return digest(['own', own])
  const frames = stack === undefined ? [] : inAppFrames(stack)
  if (frames.length > 0)
    return digest(['stack', type ?? '', ...frames.map((frame) => `${frame.function}@${frame.module}`)])
  return digest(['message', source, type ?? '', withoutVariables(message)])
}

/** The first frames of a stack in the formats of V8, SpiderMonkey and JavaScriptCore; browser extensions are left out. */
export function inAppFrames(stack: string): Frame[] {
  return stack
    .split('\n')
    .map(parseFrame)
    .filter((frame) => frame !== null)
    .slice(0, FRAMES)
}

// Every one of these is linear: a batch may hold 2 MiB of stacks that were made to be slow.
const V8_FRAME =
  /^at (?:(?:async )?(.*?) \()?((?:https?|file|webpack|app):\/\/[^\s)]+?)(?::\d+)?(?::\d+)?\)?$/
/** Of the last word of a line: an address has no spaces, so that no `@` before them begins one. */
const GECKO_FRAME = /^(\S*?)@((?:https?|file|webpack|app):\/\/\S+?)(?::\d+)?(?::\d+)?$/

function parseFrame(sent: string): Frame | null {
  const line = sent.trimStart()
  const [, name, url] = V8_FRAME.exec(line) ?? geckoFrame(line) ?? []
  if (url === undefined) return null
  return {
    function:
      name === undefined || name === '' ? '?' : name.replace(/^Object\.|\[as (?:(?!\[as ).)*\]$/g, '').trim(),
    module: moduleOf(url),
  }
}

function geckoFrame(line: string): string[] | null {
  const words = /^.*\s/s.exec(line)?.[0].length ?? 0
  const [, name, url] = GECKO_FRAME.exec(line.slice(words)) ?? []
  return name === undefined || url === undefined ? null : [line, line.slice(0, words) + name, url]
}

/** The path of a script without origin, query string and the hash that a build puts into its name. */
function moduleOf(url: string): string {
  return (
    url
      .replace(/^[a-z]+:\/\/[^/]*/i, '')
      .replace(/[?#].*$/, '')
      // Of the dashes of a word the first alone: what follows the others follows it as well.
      .replace(/(\.|(?<![-.]\w*)-)(?=[\w-]*\d)[\w-]{6,}(?=\.(?:m?js|css)$)/i, '$1:hash')
  )
}

/** The message with numbers, UUIDs, URLs, hex and quoted text replaced. */
export function withoutVariables(message: string): string {
  return message
    .replace(/\b[a-z]+:\/\/\S+/gi, ':url')
    .replace(/"[^"]*"|'[^']*'|`[^`]*`/g, ':text')
    .replace(/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi, ':uuid')
    .replace(/\b(?:0x)?(?=[0-9a-f]*\d)[0-9a-f]{6,}\b/gi, ':hex')
    .replace(/\d+(?:\.\d+)?/g, ':number')
}

function digest(parts: string[]): string {
  return `${VERSION}-${createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 24)}`
}
