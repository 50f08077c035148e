import { expect, test } from 'vitest'
import { commandsOf, matching } from './commands.ts'
import { START, type ConsoleLocation } from './location.ts'

function world() {
  const went: Partial<ConsoleLocation>[] = []
  const commands = commandsOf({
    sites: [{ id: 'docs', name: 'Documentation' }],
    pages: ['/checkout', '/account/checkout-help'],
    place: { ...START, filters: new Map([['DEVICE', 'MOBILE']]) },
    onGo: (change) => went.push(change),
    onPrefer: () => undefined,
  })
  return { went, find: (text: string) => matching(commands, text), commands }
}

test('no text finds all in their order', () => {
  const { find, commands } = world()
  expect(find('  ')).toEqual(commands)
  expect(commands[0]?.title).toBe('Overview')
})

test.each([
  ['checkout', ['/checkout', '/account/checkout-help']],
  ['CHECK help', ['/account/checkout-help']],
  ['docum', ['Documentation']],
  ['nothing like it', []],
])('%s finds %j', (text, titles) => {
  expect(
    world()
      .find(text)
      .map(({ title }) => title),
  ).toEqual(titles)
})

test('the beginning of a word goes before its middle', () => {
  expect(world().find('paint')[0]?.title).toBe('LCP – Largest Contentful Paint')
  expect(world().find('ages')[0]?.title).toBe('Pages')
})

test('a page of the site narrows what is narrowed already', () => {
  const { find, went } = world()
  find('/checkout')[0]?.run()
  expect(went).toEqual([
    {
      page: 'pages',
      filters: new Map([
        ['DEVICE', 'MOBILE'],
        ['PAGE', '/checkout'],
      ]),
    },
  ])
})
