/** What visitors do in a real browser, and what GraphQL says that they did. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startLiveSite, type LiveSite } from '../../test/live-site.ts'
import type { ActionEvent } from '../wire/batch.generated.ts'
import type { PageGlobal } from '../v1.ts'

/** In the page, where the script has run. */
declare const sightline: PageGlobal

const PATIENCE_MS = 2500

let site: LiveSite

beforeAll(async () => {
  site = await startLiveSite()
  site.collector.pages.set('/empty', '<!doctype html><title>Empty</title>')
})
afterAll(() => site.close())

/** A page of its own for a test, by a visitor of its own, once the part is there. */
async function open(path: string, body: string): Promise<Page> {
  site.collector.pages.set(
    path,
    `<!doctype html><title>Test</title>${site.tag('data-consent="full"')}<body style="font:16px sans-serif;margin:0">${body}`,
  )
  const page = await (await site.newVisitor()).newPage()
  const part = page.waitForResponse(/\/v1\/interactions-/)
  await page.goto(site.collector.origin + path)
  const url = (await part).url()
  // The same module: once it is there for us, it is there for the SDK.
  await page.evaluate(`import('${url}').then(() => {})`)
  return page
}

type Counts = Record<'click' | 'rageClick' | 'deadClick' | 'errorClick' | 'submit' | 'formAbandon', number>
type Told = {
  groups: { target: string | null; label: string | null; counts: Counts }[]
  actions: { at: string; action: string; target: string | null; label: string | null; value: number | null }[]
}

/** The visitor leaves; then what is known about the page and its session. */
async function leave(page: Page, path: string): Promise<Told> {
  await page.goto(`${site.collector.origin}/empty`)
  return ask(path, page)
}
async function ask(path: string, page: Page): Promise<Told> {
  await page.waitForTimeout(300)
  await page.context().close()
  await site.stored()
  const { data, errors } = await site.pipeline.ask(
    `query ($range: RangeInput!, $page: String!) {
      site(id: "test") { segment(range: $range, where: { page: { eq: $page } }) {
        interactions(first: 100) { nodes {
          target label counts { click rageClick deadClick errorClick submit formAbandon }
        } }
        sessions { nodes { timeline(kinds: [ACTION]) { nodes { ... on ActionEntry {
          at action target label value
        } } } } }
      } }
    }`,
    { range: { last: 'PT1H' }, page: path },
  )
  expect(errors).toBeUndefined()
  const { interactions, sessions } = data.site.segment
  const actions = sessions.nodes.flatMap(
    ({ timeline }: { timeline: { nodes: Told['actions'] } }) => timeline.nodes,
  )
  return { groups: interactions.nodes, actions }
}
/** How often something happened, by target. Targets to which it never did are left out. */
function countsOf({ groups }: Told, kind: keyof Counts): Record<string, number> {
  const happened = groups.filter(({ counts }) => counts[kind] > 0)
  return Object.fromEntries(happened.map(({ target, counts }) => [target, counts[kind]]))
}
const sentActions = (): ActionEvent[] =>
  site.collector.events().filter((event): event is ActionEvent => event.t === 'action')
async function clickEvery(page: Page, target: string, times: number, ms: number): Promise<void> {
  for (let i = 0; i < times; i++) {
    await page.click(target)
    await page.waitForTimeout(ms)
  }
}

test('three fast clicks are one rage click with their number and place, three slow ones are none', async () => {
  const page = await open(
    '/rage',
    `<button id="rage"><b>Pay</b> now</button> <button id="calm">Next</button><p id="text">Three clicks select this.</p>
     <p><input id="field" value="and this"></p><label id="terms"><input type="checkbox" id="box"> Agree</label>`,
  )
  await page.click('#rage b', { clickCount: 4, delay: 20 })
  await clickEvery(page, '#calm', 3, 550)
  await page.click('#text', { clickCount: 3 })
  await page.click('#field', { clickCount: 3 })
  await page.click('#terms', { position: { x: 40, y: 8 } })
  await page.focus('#calm')
  for (let i = 0; i < 3; i++) await page.keyboard.press('Enter')
  const told = await leave(page, '/rage')
  expect(countsOf(told, 'rageClick')).toEqual({ 'button#rage': 1 })
  // The label's click on its box is not another one of the visitor's.
  expect(countsOf(told, 'click')).toEqual({
    'button#rage': 4,
    'button#calm': 6,
    'p#text': 3,
    'input#field': 3,
    'label#terms': 1,
  })
  const [rage] = told.actions.filter(({ action }) => action === 'rage_click')
  const [first] = told.actions.filter(({ action }) => action === 'click')
  expect(rage).toMatchObject({ target: 'button#rage', label: 'Pay now', value: 4, at: first?.at })
})

test.concurrent(
  'a click on what looks operable and does nothing is dead, one on text, a field or what is so already is not',
  async () => {
    const page = await open(
      '/dead',
      `<button id="dead">Buy</button><div id="painted" style="cursor:pointer">Buy</div><a id="nowhere" href="#">Buy</a>
     <a id="void" href="javascript:void 0">Buy</a><p id="text">Some text</p><input id="field"><textarea></textarea>
     <select><option>One</option></select><div id="rich" contenteditable>Rich</div><canvas width="50" height="20"></canvas>
     <video width="100" height="50"></video><a id="there" href="#text">Text</a><input type="radio" checked id="radio">
     <button role="tab" aria-selected="true" id="open">Tab</button><a id="mail" href="mailto:a@shop.example">Write</a>
     <a id="file" download href="data:text/plain,1">Load</a>`,
    )
    // What was typed is told of when the field is left: that is no answer of the button's.
    await page.click('#field')
    await page.keyboard.type('tea')
    const dead = ['#dead', '#painted', '#nowhere', '#void']
    const others = ['#text', 'textarea', 'select', '#rich', 'canvas', 'video', '#radio', '#open']
    for (const target of [...others, ...dead]) await page.click(target)
    await page.waitForTimeout(PATIENCE_MS + 500)
    // A fragment that is there already is no answer either, and yet the link leads there.
    const told = await leave(page, '/dead')
    expect(countsOf(told, 'deadClick')).toEqual({
      'button#dead': 1,
      'div#painted': 1,
      'a#nowhere': 1,
      'a#void': 1,
    })
    expect(Object.keys(countsOf(told, 'click')).length).toBe(others.length + dead.length + 1)
  },
)

/** What a page may answer with: its button, and what that does. */
const ANSWERS: Record<string, [button: string, onClick?: string]> = {
  'text changes': ['<button>Go</button>', `out.firstChild.data = 'done'`],
  'a class is set': ['<button>Go</button>', `out.className = 'open'`],
  'it answers late': ['<button>Go</button>', `setTimeout(() => { out.textContent = 'done' }, 1200)`],
  'it opens when pressed': ['<button onpointerdown="out.hidden = true">Go</button>'],
  'it asks the server': ['<button>Go</button>', `fetch('/slow')`],
  'the address changes': ['<button>Go</button>', `history.pushState({}, '', '?sort=price')`],
  'another page takes long': ['<button>Go</button>', `location.href = '/never'`],
  'the page scrolls': ['<button>Go</button>', `window.scrollTo(0, 300)`],
  'a pane scrolls': ['<button>Go</button>', `pane.scrollTop = 50`],
  'text is selected': ['<button>Go</button>', `getSelection().selectAllChildren(out)`],
  'a field gets the focus': ['<button>Go</button>', `field.focus()`],
  'the browser asks': ['<button>Go</button>', `alert('Sure?')`],
  'a popover opens': ['<button popovertarget="hint">Go</button>'],
  'details open': ['<details><summary>Go</summary>More</details>'],
  'a form is not valid': ['<form><input required name="a"><button>Go</button></form>'],
  'a form is sent': ['<form onsubmit="return false"><button>Go</button></form>'],
  'a box is ticked': ['<label><input type="checkbox"> Go</label>'],
  'a shadow tree changes': ['<x-go></x-go>'],
  'a view begins': ['<button>Go</button>', `history.pushState({}, '', '/alive/next')`],
}
const UNANSWERED = 'nothing happens'

test.concurrent('a click is not dead if the page, the browser or the server answers it', async () => {
  const visitor = await site.newVisitor()
  // No answer to the request for a page, for as long as the test takes.
  await visitor.route('**/never', () => {})
  const answers = Object.entries({ ...ANSWERS, [UNANSWERED]: ['<button>Go</button>'] as const })
  const pages = await Promise.all(
    answers.map(async ([name, [button, onClick = '']], index) => {
      site.collector.pages.set(
        `/alive/${index}`,
        `<!doctype html><title>${name}</title>${site.tag('data-consent="full"')}<body style="height:3000px">
        <div data-sightline="${name}" onclick="${onClick.replaceAll('"', '&quot;')}">${button}</div>
        <div id="out">still</div><input id="field"><div id="hint" popover>Hint</div>
        <div id="pane" style="height:50px;overflow:auto"><div style="height:500px"></div></div>
        <script>
          customElements.define('x-go', class extends HTMLElement {
            constructor() {
              super()
              this.attachShadow({ mode: 'open' }).innerHTML = '<button>Go</button>'
              this.shadowRoot.firstChild.onclick = ({ target }) => { target.className = 'on' }
            }
          })
        </script>`,
      )
      const page = await visitor.newPage()
      const part = page.waitForResponse(/\/v1\/interactions-/)
      await page.goto(`${site.collector.origin}/alive/${index}`)
      await part
      return page
    }),
  )
  await pages[0]?.waitForTimeout(500)
  for (const page of pages) await page.click('text=Go', { noWaitAfter: true })
  await pages[0]?.waitForTimeout(PATIENCE_MS + 1000)
  await Promise.all(pages.map((page) => page.close()))
  const left = await visitor.newPage()
  await left.goto(`${site.collector.origin}/empty`)
  const { actions } = await ask('/alive/:id', left)
  const on = (kind: string) => actions.filter(({ action }) => action === kind).map(({ target }) => target)
  expect(new Set(on('click'))).toEqual(new Set([...Object.keys(ANSWERS), UNANSWERED]))
  expect(on('dead_click')).toEqual([UNANSWERED])
})

test('a click is an error click if a script fails within a second, and only that click', async () => {
  const page = await open(
    '/errors',
    `<button id="fine">Fine</button><button id="throws" onclick="null.price">Throws</button>
     <button id="rejects" onclick="setTimeout(() => Promise.reject(new Error('late')), 300)">Rejects</button>
     <button id="caught" onclick="sightline.error(new Error('caught'))">Caught</button>
     <button id="slow" onclick="setTimeout(() => { null.price }, 1500)">Slow</button>
     <button id="picture" onclick="new Image().src = '/none.png'; document.body.append(Object.assign(new Image(), { src: '/none.png' }))">Picture</button>`,
  )
  await page.click('#fine')
  await page.click('#throws', { clickCount: 2, delay: 20 })
  await page.click('#rejects')
  await page.waitForTimeout(600)
  await page.click('#caught')
  await page.click('#picture')
  await page.waitForTimeout(300)
  await page.click('#slow')
  await page.waitForTimeout(2000)
  const told = await leave(page, '/errors')
  expect(countsOf(told, 'errorClick')).toEqual({
    'button#throws': 2,
    'button#rejects': 1,
    'button#caught': 1,
  })
})

test.concurrent('the depth of a page is the largest share of it that was seen, once for a view', async () => {
  const page = await open('/deep', '<div style="height:2400px">Deep</div>')
  // 600 px of window at 900: to 1,500 of 2,400.
  await page.evaluate(() => scrollTo(0, 900))
  await page.waitForTimeout(500)
  await page.evaluate(() => scrollTo(0, 100))
  await page.waitForTimeout(500)
  // The next view is scrolled to its top, and to its end just before the visitor leaves.
  await page.evaluate(() => history.pushState({}, '', '/deep/next'))
  await page.evaluate(() => scrollTo(0, 0))
  await page.waitForTimeout(500)
  await page.evaluate(() => history.pushState({}, '', '/deep/last'))
  await page.evaluate(() => scrollTo(0, 5000))
  await page.waitForTimeout(50)
  const { actions } = await leave(page, '/deep')
  expect(actions).toMatchObject([
    { action: 'scroll', target: null, value: 0.63 },
    { action: 'scroll', target: null, value: 1 },
  ])
})

test.concurrent(
  'the pane of an app is its page, a small list in it is not, and a page that fits has no depth',
  async () => {
    const page = await open(
      '/pane',
      `<div id="list" style="height:100px;overflow:auto"><div style="height:1000px">List</div></div>
     <div id="pane" style="height:500px;overflow:auto"><div style="height:1000px">App</div></div>`,
    )
    await page.evaluate("document.getElementById('list').scrollTop = 900")
    await page.waitForTimeout(400)
    await page.evaluate("document.getElementById('pane').scrollTop = 250")
    await page.waitForTimeout(400)
    const fits = await open('/fits', '<p>Short</p>')
    await fits.mouse.wheel(0, 500)
    await fits.waitForTimeout(400)
    expect((await leave(page, '/pane')).actions).toMatchObject([{ action: 'scroll', value: 0.75 }])
    expect((await leave(fits, '/fits')).actions).toEqual([])
  },
)

const FORMS = `
  <form id="order" onsubmit="return false"><input name="email"><input name="card"><textarea name="note"></textarea><button>Order</button></form>
  <form id="letter" onsubmit="return false"><input name="id"><button>Subscribe</button></form>
  <form id="untouched"><input name="a"></form>
  <form role="search"><input name="q"></form>`

test('a form that is begun and left names its last field, and nothing that was typed is sent', async () => {
  const page = await open('/forms', FORMS)
  await page.click('[name=email]')
  await page.keyboard.type('verysecret at home')
  await page.fill('[name=note]', 'verysecret')
  await page.click('[name=card]')
  await page.click('[name=a]')
  await page.fill('[name=q]', 'verysecret')
  await page.fill('[name=id]', 'verysecret')
  await page.click('text=Subscribe')
  // Another tab is looked at meanwhile.
  await hideAndShow(page)
  const before = sentActions().filter(({ kind }) => kind === 'form_abandon')
  const told = await leave(page, '/forms')
  expect(before).toEqual([])
  expect(countsOf(told, 'submit')).toEqual({ 'form#letter': 1 })
  expect(told.actions.filter(({ action }) => action === 'form_abandon')).toMatchObject([
    { target: 'form#order', label: 'card', value: null },
  ])
  expect(JSON.stringify(site.collector.received)).not.toContain('verysecret')
})

test('a form is left with its view, and one that was sent or emptied is not', async () => {
  const page = await open('/forms/soft', FORMS)
  await page.fill('[name=card]', '1')
  await page.click('text=Order')
  await page.fill('[name=id]', '1')
  await page.evaluate(() => document.querySelector<HTMLFormElement>('#letter')?.reset())
  await page.evaluate(() => history.pushState({}, '', '/forms/next'))
  await page.fill('[name=email]', '1')
  await page.evaluate(() => history.pushState({}, '', '/forms/last'))
  await page.fill('[name=note]', '1')
  await page.evaluate(() => new FormData(document.querySelector<HTMLFormElement>('#order') ?? undefined))
  const told = await leave(page, '/forms/next')
  expect(countsOf(told, 'formAbandon')).toEqual({ 'form#order': 1 })
  const left = told.actions.filter(({ action }) => action === 'form_abandon')
  expect(left).toMatchObject([{ target: 'form#order', label: 'email' }])
})

test('the last clicks before the part has come arrive with their time, a rage click among them', async () => {
  const page = await (await site.newVisitor()).newPage()
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route(/\/v1\/interactions-/, async (route) => {
    await released
    await route.continue()
  })
  site.collector.pages.set(
    '/early',
    `<!doctype html><title>Early</title>${site.tag('data-consent="full"')}
     <button id="many">Many</button><button id="pay"><i>Pay</i></button>`,
  )
  await page.goto(`${site.collector.origin}/early`)
  await page.waitForFunction('window.sightline?.init')
  for (let i = 0; i < 20; i++) await page.click('#many')
  await page.waitForTimeout(200)
  await page.click('#pay', { clickCount: 3, delay: 20 })
  const clickedBefore = Date.now()
  await page.waitForTimeout(800)
  const part = page.waitForResponse(/\/v1\/interactions-/)
  release()
  const url = (await part).url()
  await page.evaluate(`import('${url}').then(() => {})`)
  await page.waitForTimeout(1300)
  const told = await leave(page, '/early')
  expect(countsOf(told, 'click')).toEqual({ 'button#many': 17, 'button#pay': 3 })
  expect(countsOf(told, 'rageClick')).toMatchObject({ 'button#pay': 1 })
  for (const { at } of told.actions) expect(Date.parse(at)).toBeLessThanOrEqual(clickedBefore)
})

test("a click that a script makes is nobody's", async () => {
  const page = await open('/script', '<button id="next">Next</button><button id="prev">Previous</button>')
  await page.evaluate(() => {
    for (let i = 0; i < 5; i++) document.querySelector<HTMLButtonElement>('#next')?.click()
  })
  await page.click('#prev')
  expect(countsOf(await leave(page, '/script'), 'click')).toEqual({ 'button#prev': 1 })
})

/** What is listened for and replaced in a page, before the SDK is stopped and after. */
async function tracesOf(interactions: boolean, isUsed: 'running' | 'stopped') {
  site.collector.settings.site = { capture: { interactions } }
  const path = `/traces/${interactions ? 'on' : 'off'}`
  site.collector.pages.set(
    path,
    `<!doctype html><title>Traces</title><script>
      const listening = []
      const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype
      EventTarget.prototype.addEventListener = function (type, ...rest) {
        listening.push(type)
        add.call(this, type, ...rest)
      }
      EventTarget.prototype.removeEventListener = function (type, ...rest) {
        if (listening.includes(type)) listening.splice(listening.indexOf(type), 1)
        remove.call(this, type, ...rest)
      }
      const natives = [alert, open]
    </script>${site.tag('data-consent="full"')}<body style="height:3000px"><button id="go">Go</button><form id="form"><input></form>`,
  )
  const page = await (await site.newVisitor()).newPage()
  const requested: string[] = []
  page.on('request', (request) => requested.push(request.url()))
  await page.goto(site.collector.origin + path)
  await page.waitForTimeout(1500)
  const traces = async () => ({
    listening: await page.evaluate<string[]>('listening.toSorted()'),
    isWrapped: await page.evaluate<boolean>('natives[0] !== alert || natives[1] !== open'),
  })
  const before = await traces()
  const use = async () => {
    await page.click('#go')
    await page.fill('input', 'x')
    await page.mouse.wheel(0, 500)
    await page.waitForTimeout(300)
  }
  if (isUsed === 'running') await use()
  await page.evaluate(() => sightline.stop())
  const after = await traces()
  if (isUsed === 'stopped') await use()
  await page.goto(`${site.collector.origin}/empty`)
  await page.context().close()
  site.collector.settings.site = {}
  return { before, after, isRequested: requested.some((url) => url.includes('/v1/interactions-')) }
}

test('where interactions are off the part is not asked for, and nothing that the visitor does is sent', async () => {
  const before = sentActions().length
  const off = await tracesOf(false, 'running')
  expect(off.isRequested).toBe(false)
  expect(off.before.isWrapped).toBe(false)
  expect(sentActions()).toHaveLength(before)
})

test('after stop nothing is listened for, replaced or sent', async () => {
  const before = sentActions().length
  const [on, off] = [await tracesOf(true, 'stopped'), await tracesOf(false, 'stopped')]
  expect(on.isRequested).toBe(true)
  expect(on.before.isWrapped).toBe(true)
  expect(on.before.listening).toEqual(expect.arrayContaining(['selectionchange', 'formdata', 'toggle']))
  expect(on.after).toEqual(off.after)
  expect(on.after.isWrapped).toBe(false)
  expect(sentActions()).toHaveLength(before)
})

/** From then on the page is never hidden, only left: Safari knew no more for years. */
async function hideAndShow(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const state of ['hidden', 'visible']) {
      Object.defineProperty(document, 'visibilityState', { value: state, configurable: true })
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
    }
  })
  await page.waitForTimeout(200)
}
