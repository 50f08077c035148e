import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { siteSettingsOf } from '../../../test/widgets/answers/site-settings.ts'
import {
  changedPaths,
  settingDraft,
  settingInput,
  settingMistakes,
  type SettingDraft,
} from './setting-draft.ts'
import { SETTING_FIELDS, pathsOf, type SettingPath } from './setting-fields.ts'
import type { KeptSettings } from './setting-form.query.ts'
import { lossesOf } from './setting-losses.ts'

const KEPT = siteSettingsOf('plenty') as KeptSettings
const collection = settingDraft('collection', KEPT)
const privacy = settingDraft('privacy', KEPT)
const retention = settingDraft('retention', KEPT)
const NOW = Date.parse('2026-11-21T09:30:00Z')

test('a form has its settings as people write them', () => {
  expect(collection).toEqual({
    'sampling.rate': '25',
    'sampling.keepErrors': 'true',
    capture: 'requests\ninteractions\nresources\nlongFrames\nreports',
    'session.idle': '30',
    'tracing.origins': 'https://api.shop.example',
    eventsADay: '50000',
  })
  expect(settingDraft('collection', { ...KEPT, eventsADay: null }).eventsADay).toBe('')
})

test.each<[string, SettingDraft, SettingDraft, object]>([
  ['nothing', collection, {}, {}],
  ['a share', collection, { 'sampling.rate': '7' }, { settings: { sampling: { rate: 0.07 } } }],
  ['a length', collection, { 'session.idle': '2.5' }, { settings: { session: { idle: 'PT150S' } } }],
  ['no quota', collection, { eventsADay: ' ' }, { eventsADay: null }],
  [
    'two of a group',
    collection,
    { 'sampling.rate': '100', 'sampling.keepErrors': 'false' },
    { settings: { sampling: { rate: 1, keepErrors: false } } },
  ],
  [
    'switches',
    collection,
    { capture: 'console\nrequests\nresources\nlongFrames\nreports' },
    { settings: { capture: { interactions: false, console: true } } },
  ],
  [
    'lines with commas, of which empty ones are none',
    privacy,
    { 'bots.deny': ' (KHTML, like Gecko) \n\n' },
    { settings: { bots: { deny: ['(KHTML, like Gecko)'] } } },
  ],
  ['a choice', privacy, { 'privacy.consent': 'FULL' }, { settings: { privacy: { consent: 'FULL' } } }],
])('of what was changed %s is sent, and no more', (_, before, change, input) => {
  expect(settingInput(before, { ...before, ...change })).toEqual(input)
})

test('what is read and written again is what it was', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 60, max: 14_400 }), (mille, seconds) => {
      const settings = {
        ...KEPT.settings,
        sampling: { rate: mille / 1000, keepErrors: true },
        session: { idle: `PT${seconds}S` },
      }
      const draft = settingDraft('collection', { ...KEPT, settings })
      expect(settingInput({}, { 'sampling.rate': draft['sampling.rate'] ?? '' })).toEqual({
        settings: { sampling: { rate: mille / 1000 } },
      })
      expect(settingInput({}, { 'session.idle': draft['session.idle'] ?? '' })).toEqual({
        settings: { session: { idle: `PT${seconds}S` } },
      })
    }),
  )
})

test.each<[SettingPath, string, boolean]>([
  ['sampling.rate', '100', true],
  ['sampling.rate', '101', false],
  ['sampling.rate', '', false],
  ['session.idle', '0.5', false],
  ['session.idle', '240', true],
  ['eventsADay', '', true],
  ['eventsADay', '0', false],
  ['eventsADay', '1.5', false],
  ['eventsADay', '2147483648', false],
  ['retention.eventsDays', '760', true],
  ['retention.eventsDays', '761', false],
  ['retention.eventsDays', 'x', false],
])('%s may be %j: %s', (path, text, fits) => {
  expect(settingMistakes({ [path]: text })).toHaveLength(fits ? 0 : 1)
})

test.each<[string, SettingDraft, SettingDraft, RegExp | null]>([
  [
    'a shorter retention',
    retention,
    { 'retention.eventsDays': '7' },
    /^Events from before 2026-11-14 are deleted/,
  ],
  ['a longer one', retention, { 'retention.eventsDays': '31' }, null],
  ['a switch off', collection, { capture: 'interactions' }, /requests; scripts.*; long frames; deprecations/],
  ['a switch on', collection, { capture: `${collection.capture}\nconsole` }, null],
  ['no sessions', collection, { 'sampling.rate': '0' }, /no session is drawn/],
  ['fewer sessions', collection, { 'sampling.rate': '5' }, null],
  ['consent first', privacy, { 'privacy.consent': 'NONE' }, /until their page calls/],
  ['more consent', privacy, { 'privacy.consent': 'FULL' }, null],
  ['a quota that is used up', collection, { eventsADay: '100' }, /More than that came today/],
  ['a quota that is not', collection, { eventsADay: '101' }, null],
  ['no quota', collection, { eventsADay: '' }, null],
])('what is lost by %s is said, or nothing is', (_, before, change, expected) => {
  const day = (at: number) => new Date(at).toISOString().slice(0, 10)
  const losses = lossesOf(before, { ...before, ...change }, { now: NOW, day, usedToday: 100 })
  expect(losses).toEqual(expected === null ? [] : [expect.stringMatching(expected)])
})

test('every setting is in a form, each in one', () => {
  const all = [...pathsOf('collection'), ...pathsOf('privacy'), ...pathsOf('retention')]
  expect(all.sort()).toEqual(Object.keys(SETTING_FIELDS).sort())
  const paths = Object.entries(KEPT.settings).flatMap(([group, values]) =>
    group === 'capture' ? [group] : Object.keys(values).map((name) => `${group}.${name}`),
  )
  expect(all).toEqual([...paths, 'eventsADay'].sort())
  expect(changedPaths(privacy, privacy)).toEqual([])
})
