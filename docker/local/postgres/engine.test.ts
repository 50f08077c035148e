import { describe, expect, it } from 'vitest'
import { parseNobody } from './embedded.ts'
import { describePostgres, requireVersion } from './engine.ts'
import { choosePostgresSettings, formatPostgresSettings } from './settings.ts'

describe('describePostgres', () => {
  const timescale = { version: '2.19.3', isPreloaded: true, license: 'apache' }
  it.each([
    [{ version: '17.11', timescale }, 'TimescaleDB 2.19.3 (Apache edition) on PostgreSQL 17.11'],
    [
      { version: '16.4', timescale: { ...timescale, license: 'timescale' } },
      'TimescaleDB 2.19.3 (Community edition) on PostgreSQL 16.4',
    ],
    [
      { version: '16.4', timescale: { ...timescale, license: null } },
      'TimescaleDB 2.19.3 on PostgreSQL 16.4',
    ],
    [
      { version: '18.4', timescale: null },
      'PostgreSQL 18.4 without TimescaleDB: no hypertables, no chunk-wise retention',
    ],
    [
      { version: '17.1', timescale: { ...timescale, isPreloaded: false } },
      'PostgreSQL 17.1 without TimescaleDB: no hypertables, no chunk-wise retention ' +
        '(it is installed there, but missing from shared_preload_libraries)',
    ],
  ])('%o', (engine, sentence) => {
    expect(describePostgres(engine)).toBe(sentence)
  })

  it('says why it is plain', () => {
    expect(describePostgres({ version: '18.4', timescale: null }, 'no network')).toMatch(/ \(no network\)$/)
  })
})

it('refuses a server older than PostgreSQL 15', () => {
  expect(() => requireVersion('15.0', 150_000)).not.toThrow()
  expect(() => requireVersion('14.13', 140_013)).toThrow(
    expect.objectContaining({ code: 'too-old', message: expect.stringContaining('PostgreSQL 14.13') }),
  )
})

describe('choosePostgresSettings', () => {
  const aPurpose = { port: 5432, memoryBytes: 24 * 2 ** 30, withTimescale: true, ephemeral: false }

  it.each([
    [512 * 2 ** 20, '128MB', '4MB'],
    [8 * 2 ** 30, '1024MB', '11MB'],
    [24 * 2 ** 30, '3072MB', '32MB'],
    [512 * 2 ** 30, '4096MB', '64MB'],
  ])('scales with the memory: %d bytes', (memoryBytes, sharedBuffers, workMem) => {
    const settings = choosePostgresSettings({ ...aPurpose, memoryBytes })
    expect([settings['shared_buffers'], settings['work_mem']]).toEqual([sharedBuffers, workMem])
  })

  it('flushes every commit, except where the data are thrown away', () => {
    expect(choosePostgresSettings(aPurpose)).toMatchObject({ synchronous_commit: 'on' })
    expect(choosePostgresSettings(aPurpose)).not.toHaveProperty('fsync')
    expect(choosePostgresSettings({ ...aPurpose, ephemeral: true })).toMatchObject({ fsync: 'off' })
  })

  it('asks plain PostgreSQL for nothing it does not have', () => {
    const plain = choosePostgresSettings({ ...aPurpose, withTimescale: false })
    expect(Object.keys(plain).filter((name) => /timescale|preload|toast/.test(name))).toEqual([])
  })

  it('quotes values', () => {
    expect(formatPostgresSettings({ port: '1', search_path: "it's" })).toBe(
      "port = '1'\nsearch_path = 'it''s'\n",
    )
  })
})

it.each([
  ['root:x:0:0::/:\nnobody:x:65534:65533:nobody:/nonexistent:\n', { uid: 65_534, gid: 65_533 }],
  [
    'nobody:*:-2:-2:Unprivileged User:/var/empty:/usr/bin/false\n',
    { uid: 4_294_967_294, gid: 4_294_967_294 },
  ],
  ['', { uid: 65_534, gid: 65_534 }],
])('finds nobody in %o', (passwd, owner) => {
  expect(parseNobody(passwd)).toEqual(owner)
})
