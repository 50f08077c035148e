/** Settings as a form has them, all as texts, and as the API gives and takes them. */
import { durationMs } from '../../data/period.ts'
import type { UserError } from '../forms/mutation-controller.ts'
import {
  fieldAt,
  pathsOf,
  type SettingField,
  type SettingPath,
  type SettingSection,
} from './setting-fields.ts'
import type { KeptSettings } from './setting-form.query.ts'

/** By path. Switches are `true` or `false`, those of a group the names of those that are on. */
export type SettingDraft = Readonly<Partial<Record<SettingPath, string>>>

const MINUTE_MS = 60_000

type Kind = SettingField['kind']

const NUMBERS: Partial<Record<Kind, { least: number; most: number; whole: boolean; says: string }>> = {
  minutes: { least: 1, most: 240, whole: false, says: 'Minutes from 1 to 240' },
  percent: { least: 0, most: 100, whole: false, says: 'Percent from 0 to 100' },
  days: { least: 1, most: 760, whole: true, says: 'Whole days from 1 to 760, which are 25 months' },
  amount: {
    least: 1,
    most: 2_147_483_647,
    whole: true,
    says: 'A whole number of events, 1 or more, or nothing',
  },
}

const TO_TEXT: Record<Kind, (value: unknown) => string> = {
  minutes: (value) => String((durationMs(String(value)) ?? 0) / MINUTE_MS),
  // 0.07 is 7, not 7.000000000000001.
  percent: (value) => String(Number((Number(value) * 100).toFixed(6))),
  days: String,
  amount: (value) => (typeof value === 'number' ? String(value) : ''),
  switch: String,
  switches: (value) =>
    Object.entries(value as Record<string, boolean>)
      .flatMap(([name, isOn]) => (isOn ? [name] : []))
      .join('\n'),
  choice: String,
  lines: (value) => (value as string[]).join('\n'),
}

const TO_VALUE: Record<Kind, (text: string) => unknown> = {
  minutes: (text) => `PT${Math.round(Number(text) * 60)}S`,
  percent: (text) => Number((Number(text) / 100).toFixed(8)),
  days: Number,
  amount: (text) => (text.trim() === '' ? null : Number(text)),
  switch: (text) => text === 'true',
  switches: (text) => text,
  choice: (text) => text,
  lines: entriesOf,
}

/** A user agent has commas: an entry is a line. */
export function entriesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

export function settingDraft(section: SettingSection, kept: KeptSettings): SettingDraft {
  return Object.fromEntries(
    pathsOf(section).map((path) => [path, TO_TEXT[fieldAt(path).kind](valueAt(kept, path))]),
  )
}

function valueAt({ settings, eventsADay }: KeptSettings, path: SettingPath): unknown {
  if (path === 'eventsADay') return eventsADay
  const [group = '', name] = path.split('.')
  const values = (settings as unknown as Record<string, Record<string, unknown>>)[group]
  return name === undefined ? values : values?.[name]
}

/** Where the API tells of a mistake in it. */
export function mistakePath(path: SettingPath): string {
  return path === 'eventsADay' ? path : `settings.${path}`
}

/** Numbers that are none or too large, as soon as they are written. */
export function settingMistakes(draft: SettingDraft): UserError[] {
  return changedPaths({}, draft).flatMap((path) => {
    const { kind } = fieldAt(path)
    const rule = NUMBERS[kind]
    const text = draft[path]?.trim() ?? ''
    if (rule === undefined || (kind === 'amount' && text === '')) return []
    const number = text === '' ? NaN : Number(text)
    const fits = number >= rule.least && number <= rule.most && (!rule.whole || Number.isInteger(number))
    return fits ? [] : [{ path: mistakePath(path).split('.'), message: rule.says }]
  })
}

export function changedPaths(before: SettingDraft, draft: SettingDraft): SettingPath[] {
  return (Object.keys(draft) as SettingPath[]).filter((path) => draft[path] !== before[path])
}

/** What `updateSite` is asked for: what was changed, and nothing else. */
export function settingInput(before: SettingDraft, draft: SettingDraft): Record<string, unknown> {
  const settings: Record<string, Record<string, unknown>> = {}
  const input: Record<string, unknown> = {}
  for (const path of changedPaths(before, draft)) {
    const text = draft[path] ?? ''
    const { kind } = fieldAt(path)
    const [group = '', name] = path.split('.')
    if (path === 'eventsADay') input[path] = TO_VALUE[kind](text)
    else if (name === undefined) settings[group] = switchesOf(before[path] ?? '', text)
    else settings[group] = { ...settings[group], [name]: TO_VALUE[kind](text) }
  }
  return Object.keys(settings).length === 0 ? input : { ...input, settings }
}

function switchesOf(before: string, after: string): Record<string, boolean> {
  const [was, is] = [new Set(entriesOf(before)), new Set(entriesOf(after))]
  const changed = [...new Set([...was, ...is])].filter((name) => was.has(name) !== is.has(name))
  return Object.fromEntries(changed.map((name) => [name, is.has(name)]))
}
