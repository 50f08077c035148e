import { describe, expect, it } from 'vitest'
import { findMirror, parseAptSources, parsePrintUris } from './apt-sources.ts'

const DEB822 = `
Types: deb deb-src
# a snapshot of the day: http://snapshot.example/debian
URIs: http://mirror.example/debian
Suites: bookworm bookworm-updates
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg

Types: deb
URIs: http://mirror.example/debian-security
 http://other.example/debian-security
Suites: bookworm-security

Types: deb
Enabled: no
URIs: http://disabled.example/debian

Types: deb-src
URIs: http://source.example/debian
`

describe('parseAptSources', () => {
  it('reads stanzas, without disabled and source ones', () => {
    expect(parseAptSources(DEB822)).toEqual([
      'http://mirror.example/debian',
      'http://mirror.example/debian-security',
      'http://other.example/debian-security',
    ])
  })

  it.each([
    ['deb http://mirror.example/debian trixie main', ['http://mirror.example/debian']],
    ['deb [arch=amd64 signed-by=/a.gpg] https://a.example/debian/ sid main', ['https://a.example/debian/']],
    ['  deb\thttp://a.example/debian\ttrixie main # fast', ['http://a.example/debian']],
    ['# deb http://a.example/debian trixie main', []],
    ['deb-src http://a.example/debian trixie main', []],
    ['', []],
  ])('reads the line %o', (line, uris) => {
    expect(parseAptSources(line)).toEqual(uris)
  })
})

describe('findMirror', () => {
  const mirrorOf = (...uris: string[]) => findMirror(uris.map((uri) => `deb ${uri} suite main`))

  it('finds the mirror and its security part', () => {
    expect(findMirror([DEB822])).toEqual({
      main: 'http://mirror.example/debian',
      security: 'http://mirror.example/debian-security',
    })
  })

  it('does without a security part', () => {
    expect(mirrorOf('http://a.example/debian')).toEqual({ main: 'http://a.example/debian', security: null })
  })

  it('takes the mirror lists of cloud images', () => {
    expect(
      mirrorOf(
        'mirror+file:/etc/apt/mirrors/debian-security.list',
        'mirror+file:/etc/apt/mirrors/debian.list',
      ),
    ).toEqual({
      main: 'mirror+file:/etc/apt/mirrors/debian.list',
      security: 'mirror+file:/etc/apt/mirrors/debian-security.list',
    })
  })

  it('finds none where only other distributions and vendors are named', () => {
    expect(mirrorOf('http://a.example/ubuntu/', 'https://vendor.example/node_20.x')).toBeNull()
  })
})

describe('parsePrintUris', () => {
  it('reads url, file and size, with and without a hash', () => {
    const text = [
      'Reading package lists...',
      "'http://a.example/debian/pool/libc6_2.41-12%2bdeb13u4_amd64.deb' libc6_2.41-12+deb13u4_amd64.deb 2846580 MD5Sum:5559",
      "'http://a.example/debian/pool/dash.deb' dash_0.5.12-12_amd64.deb 98380 ",
    ].join('\n')
    expect(parsePrintUris(text).map(({ file, bytes }) => [file, bytes])).toEqual([
      ['libc6_2.41-12+deb13u4_amd64.deb', 2846580],
      ['dash_0.5.12-12_amd64.deb', 98380],
    ])
  })
})
