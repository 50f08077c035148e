import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { compilePageRules, pageRuleProblem } from '../collect/page-rules.ts'
import { learnPageRules } from './learn.ts'

const letters = (i: number) => String.fromCharCode(97 + (i % 26), 97 + (Math.floor(i / 26) % 26))
const many = (n: number, page: (name: string) => string) =>
  Array.from({ length: n }, (_, i) => page(letters(i)))

test('names below one path are one page, what lies below them as well', () => {
  const pages = [
    ...many(40, (name) => `/blog/${name}`),
    ...many(30, (name) => `/blog/${name}/comments`),
    '/blog/archive/2026',
    '/about',
    '/cart',
  ]
  expect(learnPageRules(pages)).toEqual([
    { rule: '/blog/:name', pages: 40, examples: ['/blog/aa', '/blog/ab', '/blog/ba'] },
    {
      rule: '/blog/:name/comments',
      pages: 30,
      examples: ['/blog/aa/comments', '/blog/ab/comments', '/blog/ba/comments'],
    },
  ])
})

test('a name within a name has a name of its own', () => {
  const pages = many(30, (shop) => shop).flatMap((shop) => many(30, (tea) => `/shops/${shop}/teas/${tea}`))
  expect(learnPageRules(pages)).toMatchObject([{ rule: '/shops/:name/teas/:name2', pages: 900 }])
})

test.each([
  ['a menu', many(24, (name) => `/help/${name}`)],
  ['pages of the site itself', many(199, (name) => `/${name}`)],
  ['templates that are there already', ['/p/:id', '/p/:id/reviews', '/u/:uuid']],
  ['names that the app gives', many(90, (name) => `Product ${name}`)],
])('%s is left as it is', (_, pages) => {
  expect(learnPageRules(pages)).toEqual([])
})

test('every rule can be set, and takes all of its pages', () => {
  const segment = fc.constantFrom('p', 'blog', ':id', ...many(40, (name) => name))
  const paths = fc.array(segment, { minLength: 1, maxLength: 4 }).map((segments) => `/${segments.join('/')}`)
  fc.assert(
    fc.property(fc.uniqueArray(paths, { minLength: 50, maxLength: 400 }), (pages) => {
      for (const { rule, pages: n, examples } of learnPageRules(pages)) {
        expect(pageRuleProblem(rule)).toBeNull()
        const page = compilePageRules([rule])
        expect(examples.map((example) => page(`https://x.example${example}`))).toEqual(
          examples.map(() => rule),
        )
        expect(pages.filter((path) => page(path) === rule).length).toBeGreaterThanOrEqual(n)
      }
    }),
    { numRuns: 100 },
  )
})
