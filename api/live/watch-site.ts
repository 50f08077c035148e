/** Looks at a site again and again, and tells when something changed. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Queryable } from '../db/database.ts'
import {
  type LiveErrorRow,
  type LiveQuestion,
  activeVisitors,
  newestErrors,
  viewsOfLastMinute,
} from './live.queries.ts'

export type Live = {
  at: Date
  activeVisitors: number
  viewsPerMinute: number
  pages: { page: string | null; visitors: number }[]
  newestErrors: LiveErrorRow[]
}

const EVERY_MS = 2000
const MOST_PAGES = 10

type Watch = {
  db: Queryable
  question: () => LiveQuestion
  /** Whether whoever asked may still ask: tokens end and are revoked while a subscription lasts. */
  mayGoOn: () => Promise<boolean>
  everyMs?: number
}

/** Ends when the caller may not ask any more; whoever reads ends it earlier by returning. */
export async function* watchSite({ db, question, mayGoOn, everyMs = EVERY_MS }: Watch): AsyncGenerator<Live> {
  let told = ''
  while (await mayGoOn()) {
    const { at, ...state } = await lookAt(db, question())
    const now = JSON.stringify(state)
    if (now !== told) yield { at, ...state }
    told = now
    await wait(everyMs)
  }
}

async function lookAt(db: Queryable, question: LiveQuestion): Promise<Live> {
  const [pages, views, errors] = await Promise.all([
    activeVisitors(db, question),
    viewsOfLastMinute(db, question),
    newestErrors(db, question),
  ])
  return {
    at: new Date(question.now),
    activeVisitors: Math.round(pages.reduce((sum, { visitors }) => sum + visitors, 0)),
    viewsPerMinute: Math.round(views),
    pages: pages.slice(0, MOST_PAGES).map(({ page, visitors }) => ({ page, visitors: Math.round(visitors) })),
    newestErrors: errors,
  }
}
