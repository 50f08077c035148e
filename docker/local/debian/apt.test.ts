import { tmpdir } from 'node:os'
import { describe, expect, it } from 'vitest'
import { buildAptConfiguration, buildSourceList, downloadFailure } from './apt.ts'
import { requireSpace } from './debian-root.ts'

describe('the configuration of apt', () => {
  it('keeps every path that is written in the folder, and drops the hooks of the host', () => {
    const text = buildAptConfiguration('/folder', 'arm64')
    const paths = [...text.matchAll(/^Dir::\S+ "([^"]+)";$/gm)].map(([, path]) => path)
    expect(paths.filter((path) => !path?.startsWith('/folder/') && path !== '/dev/null')).toEqual([])
    expect(text).toContain('#clear DPkg::Post-Invoke;')
    expect(text).toContain('APT::Architectures { "arm64"; };')
  })

  it('takes packages only with the signature of Debian', () => {
    const mirror = { main: 'http://a.example/debian', security: 'http://a.example/debian-security' }
    const lines = buildSourceList(mirror, true).trim().split('\n')
    expect(lines.map((line) => line.split('] ')[1])).toEqual([
      'http://a.example/debian trixie main',
      'http://a.example/debian trixie-updates main',
      'http://a.example/debian-security trixie-security main',
    ])
    expect(lines.every((line) => line.startsWith('deb [signed-by=/usr/share/keyrings/debian-'))).toBe(true)
    expect(buildSourceList(mirror, false).trim()).toBe(lines[0])
  })
})

describe('what can go wrong', () => {
  it('says which mirror could not be reached and why', () => {
    const stderr =
      "W: Failed to fetch http://a.example/x  Temporary failure resolving 'a.example'\nE: Some failed"
    expect(downloadFailure('http://a.example/debian', stderr)).toMatchObject({
      code: 'no-network',
      message: expect.stringMatching(/a\.example\/debian: Failed to fetch .*Temporary failure.*DATABASE_URL/),
    })
  })

  it('tells a full disk from a network that is down', () => {
    const stderr = 'E: Write error - write (28: No space left on device)'
    expect(downloadFailure('http://a.example/debian', stderr).code).toBe('disk-full')
  })

  it('asks for space before it downloads', () => {
    expect(() => requireSpace(tmpdir(), 1)).not.toThrow()
    expect(() => requireSpace(tmpdir(), 1e18)).toThrow(
      expect.objectContaining({ code: 'disk-full', message: expect.stringContaining('MB free') }),
    )
  })
})
