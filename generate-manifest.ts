/**
 * What tools and frameworks know of the elements, from their sources: `custom-elements.json`, the types of their tags in
 * React and Vue, and a module that loads all of them. Attributes, events, parts and custom properties are what the doc
 * comment of the class says; an attribute that it does not name is not made, which a test finds.
 */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ELEMENT_FILES } from './widgets/element-files.ts'

const ROOT = 'widgets/elements'

export interface ElementProperty {
  name: string
  /** Null: a property alone. */
  attribute: string | null
  type: string
  default: string | null
  reflects: boolean
  /** Null: nothing says what it means. */
  description: string | null
}

interface ElementEvent {
  name: string
  /** Fields of its detail. */
  detail: string[]
  description: string
}

export interface ElementDescription {
  tag: string
  className: string
  /** From the root of the package. */
  path: string
  description: string
  /** Its own first, then those of all elements. */
  properties: ElementProperty[]
  events: ElementEvent[]
  parts: string[]
  cssProperties: { name: string; default: string | null }[]
  slot: string | null
}

/** Types of the fields of details. A field that is not here cannot be told, and fails. */
const DETAIL_TYPES: Record<string, string> = {
  dimension: 'string',
  key: 'string | null',
  id: 'string',
  name: 'string',
  metric: 'string',
  range: 'string',
  from: 'string | null',
  to: 'string | null',
  page: 'string | null',
  selected: 'Record<string, string | null>',
  wall: 'boolean',
  'sight-slow-sessions.dimension': 'string | null',
}

export function describeElements(): ElementDescription[] {
  return Object.entries(ELEMENT_FILES).map(([tag, file]) => describeElement(tag, join(ROOT, file)))
}

function describeElement(tag: string, path: string): ElementDescription {
  const chain = classChain(path)
  const [own] = chain
  if (own === undefined) throw new Error(`${path} has no class`)
  const doc = chain.map((one) => one.doc)
  const events = new Map(doc.flatMap(eventsOf).map((event) => [event.name, event]))
  return {
    tag,
    className: own.name,
    path,
    description:
      own.doc
        .split('\n\n')[0]
        ?.replaceAll('\n', ' ')
        .replace(/^`<[\w-]+>`: /, '') ?? '',
    properties: chain.flatMap((one) => propertiesOf(one.source, doc)),
    events: [...events.values()],
    parts: [...new Set(doc.flatMap((text) => listAfter(text, /^Parts?: /m)))],
    cssProperties: doc.flatMap(cssPropertiesOf),
    slot: /^Slot: (.+)$/m.exec(own.doc)?.[1] ?? null,
  }
}

interface Source {
  name: string
  source: string
  /** The comment of the class without its stars. */
  doc: string
}

/** The class of a file and those that it extends, as far as they are ours. */
function classChain(path: string): Source[] {
  const source = readFileSync(path, 'utf8')
  const match = /\/\*\*((?:(?!\*\/)[^])*)\*\/\nexport (?:abstract )?class (\w+) extends (\w+)/.exec(source)
  if (match === null) return []
  const [, comment = '', name = '', base = ''] = match
  const from = new RegExp(`import \\{[^}]*\\b${base}\\b[^}]*\\} from '(\\.[^']+)'`).exec(source)?.[1]
  const doc = comment.replaceAll(/^ \* ?/gm, '').trim()
  return [{ name, source, doc }, ...(from === undefined ? [] : classChain(join(dirname(path), from)))]
}

function propertiesOf(source: string, docs: readonly string[]): ElementProperty[] {
  const block = bracesAfter(source, 'static override properties: PropertyDeclarations = ')
  const declared = [...block.matchAll(/(\w+): (\{[^}]*\}|\w+)/g)]
  return declared.flatMap(([, name = '', options = '']) => {
    if (options.includes('state: true')) return []
    const attribute = options.includes('attribute: false')
      ? null
      : (/attribute: '([^']+)'/.exec(options)?.[1] ?? name.toLowerCase())
    const description =
      docs.map((doc) => described(doc, attribute ?? name)).find((text) => text !== null) ?? null
    const fallback = new RegExp(`^    this\\.${name} = (.+)$`, 'm').exec(source)?.[1] ?? 'null'
    return {
      name,
      attribute,
      type: new RegExp(`^  declare ${name}: (.+)$`, 'm').exec(source)?.[1] ?? 'unknown',
      default: /Default:? `([^`]+)`/.exec(description ?? '')?.[1] ?? (fallback === 'null' ? null : fallback),
      reflects: options.includes('reflect: true'),
      description,
    }
  })
}

/** What an item says after the name: until the next name, a blank line or the end. */
function described(doc: string, name: string): string | null {
  for (const line of itemsOf(doc)) {
    const [, names = '', text = ''] =
      /^((?:`[\w-]+`(?:, )?)+)(?: \(property alone\))?: ([^]*)$/.exec(line) ?? []
    if (names.includes(`\`${name}\``)) return text.replaceAll(/\s*\n\s*/g, ' ').trim()
  }
  return null
}

/** Two on a line stand apart by two spaces; on a line that goes on, one begins with its name. */
function itemsOf(doc: string): string[] {
  return doc
    .split(/\n(?=- )|\n\n|\n(?=Events?[ :]|Parts?:|The |It )/)
    .filter((part) => part.startsWith('- '))
    .flatMap((part) => part.slice(2).split(/(?: {2}|\n {2})(?=`[\w-]+`: )/))
}

function eventsOf(doc: string): ElementEvent[] {
  const text = doc.replaceAll('\n', ' ')
  return [...text.matchAll(/`(sight-[a-z-]+)` (?:\{([^}]*)\}|\(bubbles, composed\)): ([^.]+\.)/g)].map(
    ([, name = '', detail = '', description = '']) => ({
      name,
      detail: detail === '' ? [] : detail.split(', ').map((field) => field.split(':')[0] ?? field),
      description,
    }),
  )
}

function cssPropertiesOf(doc: string): ElementDescription['cssProperties'] {
  const text = /Custom propert(?:y|ies): ([^]*?\.)(?:\n|$)/.exec(doc)?.[1] ?? ''
  const names = [...text.matchAll(/`(-[\w-]+)`(?: \(([^)]+)\))?/g)]
  return names.map(([, name = '', value]) => ({
    name: name.startsWith('--') ? name : `--sight${name}`,
    default: value ?? null,
  }))
}

function listAfter(doc: string, start: RegExp): string[] {
  const match = start.exec(doc)
  if (match === null) return []
  const text = doc.slice(match.index + match[0].length).split(/\.(?:\n|$)/)[0] ?? ''
  return [...text.matchAll(/`([\w-]+)`/g)].map(([, name = '']) => name)
}

function bracesAfter(source: string, start: string): string {
  const from = source.indexOf(start)
  if (from === -1) return ''
  let depth = 0
  for (let at = from + start.length; at < source.length; at++) {
    if (source[at] === '{') depth++
    if (source[at] === '}' && --depth === 0) return source.slice(from + start.length + 1, at)
  }
  return ''
}

const detailType = ({ name, detail }: ElementEvent): string => {
  if (detail.length === 0) return 'null'
  const fields = detail.map((field) => {
    const type = DETAIL_TYPES[`${name}.${field}`] ?? DETAIL_TYPES[field]
    if (type === undefined) throw new Error(`${name}: say in generate-manifest.ts what type ${field} has`)
    return `${field}: ${type}`
  })
  return `{ ${fields.join('; ')} }`
}

/** Everything that is made, by path. */
export function manifestFiles(note: (source: string) => string): { path: string; content: string }[] {
  const elements = describeElements()
  const head = `/* ${note('the doc comments of the elements')} */\n`
  return [
    { path: 'widgets/custom-elements.generated.json', content: manifestOf(elements) },
    { path: 'widgets/all.generated.ts', content: head + importsOf(elements) },
    { path: 'widgets/react.generated.ts', content: head + reactOf(elements) },
    { path: 'widgets/vue.generated.ts', content: head + vueOf(elements) },
  ]
}

const moduleOf = (path: string) => path.replace(/^widgets\//, './')

function importsOf(elements: readonly ElementDescription[]): string {
  return elements.map(({ path }) => `import '${moduleOf(path)}'\n`).join('')
}

function manifestOf(elements: readonly ElementDescription[]): string {
  const modules = elements.map((element) => {
    const path = `dist/${element.path.replace(/\.ts$/, '.js')}`
    const text = (type: string) => ({ text: type })
    const declaration = {
      kind: 'class',
      customElement: true,
      name: element.className,
      tagName: element.tag,
      description: element.description,
      attributes: element.properties
        .filter(({ attribute }) => attribute !== null)
        .map(({ name, attribute, type, default: fallback, description }) => ({
          name: attribute,
          fieldName: name,
          type: text(type),
          ...(fallback === null ? {} : { default: fallback }),
          description,
        })),
      members: element.properties.map(({ name, attribute, type, reflects, description }) => ({
        kind: 'field',
        name,
        type: text(type),
        ...(attribute === null ? {} : { attribute, reflects }),
        description,
      })),
      events: element.events.map((event) => ({
        name: event.name,
        type: text(`CustomEvent<${detailType(event)}>`),
        description: event.description,
      })),
      slots: element.slot === null ? [] : [{ name: '', description: element.slot }],
      cssParts: element.parts.map((name) => ({ name })),
      cssProperties: element.cssProperties.map(({ name, default: fallback }) => ({
        name,
        ...(fallback === null ? {} : { default: fallback }),
      })),
    }
    const own = { name: element.className, module: path }
    return {
      kind: 'javascript-module',
      path,
      declarations: [declaration],
      exports: [
        { kind: 'js', name: element.className, declaration: own },
        { kind: 'custom-element-definition', name: element.tag, declaration: own },
      ],
    }
  })
  return `${JSON.stringify({ schemaVersion: '2.1.0', modules }, null, 2)}\n`
}

const importTypes = (elements: readonly ElementDescription[]) =>
  elements.map(({ className, path }) => `import type { ${className} } from '${moduleOf(path)}'\n`).join('')

const namesOf = ({ properties }: ElementDescription) => properties.map(({ name }) => `'${name}'`).join(' | ')

function reactOf(elements: readonly ElementDescription[]): string {
  const tags = elements.map((element) => {
    const events = element.events
      .map((event) => `'on${event.name}'?: (event: CustomEvent<${detailType(event)}>) => void`)
      .join('; ')
    return `      /** ${element.description} */\n      '${element.tag}': Props<${element.className}, ${namesOf(element)}> & { ${events} }\n`
  })
  return `import type { HTMLAttributes, RefAttributes } from 'react'
${importTypes(elements)}
type Props<Element extends HTMLElement, Own extends keyof Element> = Omit<HTMLAttributes<Element>, Own> &
  RefAttributes<Element> &
  Partial<Pick<Element, Own>>

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
${tags.join('')}    }
  }
}
`
}

function vueOf(elements: readonly ElementDescription[]): string {
  const handler = (name: string) =>
    `on${name.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())}`
  const tags = elements.map((element) => {
    const events = element.events
      .map((event) => `${handler(event.name)}?: (event: CustomEvent<${detailType(event)}>) => void`)
      .join('; ')
    return `    /** ${element.description} */\n    '${element.tag}': Tag<Pick<${element.className}, ${namesOf(element)}>, { ${events} }>\n`
  })
  return `import type { HTMLAttributes } from 'vue'
${importTypes(elements)}
type Tag<Own, Events> = new () => { $props: Omit<HTMLAttributes, keyof Own> & Partial<Own> & Events }

declare module 'vue' {
  interface GlobalComponents {
${tags.join('')}  }
}
`
}
