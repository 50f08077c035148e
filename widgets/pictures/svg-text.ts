/**
 * Templates of drawings as text, where there is no document: the same functions draw in the elements and here. Only what
 * drawings are made of is known: texts, attributes, templates within templates and lists of them.
 */
import { nothing } from 'lit'

interface Template {
  strings: readonly string[]
  values: readonly unknown[]
}

export function svgText(template: unknown): string {
  return written(template)
}

function written(value: unknown): string {
  if (value === nothing || value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(written).join('')
  if (isTemplate(value)) return joined(value)
  return escaped(plain(value))
}

function plain(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  throw new Error(`a drawing has no ${typeof value}`)
}

function isTemplate(value: unknown): value is Template {
  return typeof value === 'object' && value !== null && 'strings' in value && 'values' in value
}

function joined({ strings, values }: Template): string {
  let text = ''
  strings.forEach((string, index) => {
    text += string
    if (index === values.length) return
    const value = values[index]
    // What was written of values has no brackets, so that the last one is of a tag.
    if (text.lastIndexOf('<') <= text.lastIndexOf('>')) text += written(value)
    else if (/[.@?][\w-]+=$/.test(text))
      throw new Error(`a drawing has no ${text.slice(text.lastIndexOf(' '))}`)
    else {
      const safe = value === nothing ? '' : escaped(plain(value))
      text += text.endsWith('=') ? `"${safe}"` : safe
    }
  })
  return text
}

// XML has no characters for these, not even escaped.
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const NOT_IN_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g
const LONE_SURROGATE = /\p{Surrogate}/gu
const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text that stays text between tags and in attributes. */
export function escaped(text: string): string {
  return text
    .replaceAll(NOT_IN_XML, '\uFFFD')
    .replaceAll(LONE_SURROGATE, '\uFFFD')
    .replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '')
}
