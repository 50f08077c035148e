/**
 * The settings that hold here: what the page says itself, before what the site says at `GET /v1/config`, before the
 * defaults. The site's are asked for once a page, and again when an answer of the collector says that they changed.
 * The last known are kept, so that a page knows them at once.
 */
import { guard } from './browser/guard.ts'
import type { Stop } from './browser/listen.ts'
import type { SafeStorage } from './browser/storage.ts'
import { DEFAULT_SETTINGS, mergeSettings, type ClientSettings, type SettingsPatch } from './wire/settings.ts'

/** Without an answer for so long the defaults hold. */
const TIMEOUT_MS = 3000

export type Settings = {
  current: () => ClientSettings
  /** False until the site was asked, where nothing is known from before. */
  isKnown: () => boolean
  /** An answer of the collector named this version: asks again if it is another one. */
  heardOf: (version: unknown) => void
  stop: Stop
}

type Published = { version?: unknown }

export function createSettings({
  storage,
  own,
  get,
  onChange,
}: {
  storage: SafeStorage
  own: SettingsPatch | undefined
  /** Asks the site; undefined if it cannot be told. `again`: not from the browser's cache. */
  get: (again: boolean) => Promise<unknown>
  /** Called when they become known and whenever they change. */
  onChange: () => void
}): Settings {
  let site: Published = parse(storage.get('settings')) ?? {}
  let isKnown = site.version !== undefined
  let isStopped = false
  let current = merge()
  const timer = setTimeout(
    guard(() => learn(undefined)),
    TIMEOUT_MS,
  )

  function merge(): ClientSettings {
    return mergeSettings(mergeSettings(DEFAULT_SETTINGS, site), own)
  }
  function learn(published: Published | undefined): void {
    clearTimeout(timer)
    if (isStopped || (isKnown && !published)) return
    if (published) {
      site = published
      current = merge()
      storage.set('settings', JSON.stringify(published))
    }
    isKnown = true
    onChange()
  }
  function ask(again: boolean): void {
    get(again).then(
      guard((answer) => learn(parseObject(answer))),
      guard(() => learn(undefined)),
    )
  }
  ask(false)

  return {
    current: () => current,
    isKnown: () => isKnown,
    heardOf(version) {
      if (isStopped || version === undefined || version === site.version) return
      // Asked for once, whatever the answer says.
      site.version = version
      ask(true)
    },
    stop() {
      isStopped = true
      clearTimeout(timer)
    },
  }
}

function parse(text: string | null): Published | undefined {
  try {
    return parseObject(JSON.parse(text ?? ''))
  } catch {
    return undefined
  }
}

function parseObject(value: unknown): Published | undefined {
  return typeof value === 'object' && value !== null ? value : undefined
}
