/** Whatever visitors send stays text in every element and every file that it saves. */
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { ASKING_TAGS, ELEMENT_FIXTURES } from '../widgets/element-fixtures.ts'
import { widgetBench } from '../widgets/element-pages.ts'
import { openStage, type Stage } from '../widgets/element-stage.ts'
import { watched } from '../widgets/widget-page.ts'
import { XSS_PAYLOADS } from './xss-corpus.ts'

const bench = widgetBench()
let stage: Stage

beforeAll(async () => {
  stage = await openStage(bench.server, bench.browser)
  await stage.page.evaluate(keepFiles)
})
afterAll(() => stage?.page.close())

/** Each text one payload, so that it stands at the beginning; then all of them in each. */
const ROUNDS = [
  ...[0, 63, 125, 188].map((from) => (n: number) => XSS_PAYLOADS[(from + n) % XSS_PAYLOADS.length] ?? ''),
  (n: number) => [...XSS_PAYLOADS.slice(n % 250), ...XSS_PAYLOADS.slice(0, n % 250)].join(' '),
]

test('the corpus has 250 payloads, each different', () => {
  expect(new Set(XSS_PAYLOADS).size).toBe(250)
})

describe.each(ASKING_TAGS)('<%s>', (tag) => {
  it('runs nothing, and makes nothing of it but text', async () => {
    const { page } = stage
    for (const [round, sentText] of ROUNDS.entries()) {
      bench.server.sentText = sentText
      await stage.show(tag, 'hostile')
      await page.evaluate(saveFiles, tag)
      expect(await page.evaluate(foundIn, tag), `round ${round}`).toEqual([])
      if (ELEMENT_FIXTURES[tag].showsSentText && round === ROUNDS.length - 1)
        expect(await page.locator(`${tag} article`).innerText()).toContain('window.hacked=1')
    }
    const { hacked, violations } = await watched(page)
    expect([hacked, violations]).toEqual([undefined, []])
  })

  it('saves no cell that a spreadsheet would run', async () => {
    const files = await stage.page.evaluate(takeFiles)
    expect(files.flatMap(cellsOf).filter((cell) => isFormula(cell))).toEqual([])
  })
})

test('the files are looked at: one that is not made safe is found', () => {
  const cells = cellsOf('page,views\r\n"=1+1",3\r\n\'=1+1,-2.5\r\n')
  expect(cells.filter((cell) => isFormula(cell))).toEqual(['=1+1'])
})

const isFormula = (cell: string) => /^[=+\-@\t\r\n]/.test(cell) && !/^-?[\d.]+(e-?\d+)?$/.test(cell)

/** Cells of RFC 4180 text. */
function cellsOf(file: string): string[] {
  return [...file.matchAll(/(?:^|,|\r\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  )
}

/** The functions below run in the page. */
type Kept = { files?: Promise<string>[] }

function keepFiles(): void {
  const kept: Promise<string>[] = []
  Object.assign(globalThis, { files: kept })
  URL.createObjectURL = (blob) => {
    kept.push((blob as Blob).text())
    return '#file'
  }
}

function saveFiles(tag: string): void {
  for (const button of document.querySelector(tag)?.shadowRoot?.querySelectorAll('button') ?? [])
    if (button.textContent === 'Download CSV') button.click()
}

function takeFiles(): Promise<string[]> {
  return Promise.all((globalThis as Kept).files?.splice(0) ?? [])
}

/** Elements and attributes that no element of ours has. */
function foundIn(tag: string): string[] {
  const root = document.querySelector(tag)?.shadowRoot
  const found = root?.querySelectorAll(
    'script, iframe, object, embed, base, meta, link, img, video, custom-x, [style*=url]',
  )
  const attributes = [...(root?.querySelectorAll('*') ?? [])].flatMap((element) =>
    [...element.attributes].filter(
      ({ name, value }) =>
        name.startsWith('on') || /^\s*(javascript|data|vbscript):/i.test(name === 'href' ? value : ''),
    ),
  )
  return [...(found ?? [])].map(({ localName }) => localName).concat(attributes.map(({ name }) => name))
}
