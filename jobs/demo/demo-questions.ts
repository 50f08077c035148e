/** What people save about a shop: a funnel, objectives, an experiment and alert rules, made as anybody makes them. */
import { graphql } from 'graphql'
import { createContext } from '../../api/context.ts'
import type { Database } from '../../api/db/database.ts'
import type { Control } from '../../api/db/prisma.ts'
import { executableSchema } from '../../api/schema.ts'
import { DEMO_SITE } from '../../api/sites/demo-site.ts'

const FORTNIGHT_MS = 14 * 24 * 3_600_000

const MUTATION = `mutation ($site: ID!, $begun: DateTime!) {
  funnel: createFunnel(input: { site: $site, name: "From a tea to an order", definition: { steps: [
    { name: "Looks at a tea", page: { prefix: "/demo/products/" } }
    { name: "Cart", page: { eq: "/demo/cart.html" } }
    { name: "Checkout", page: { eq: "/demo/checkout.html" } }
    { name: "Orders", event: "checkout_completed" }
  ] } }) { userErrors { message } }

  fast: createSlo(input: { site: $site, name: "Pages are fast", definition: {
    objective: 0.7, indicator: { kind: VITAL, metric: LCP }, window: { days: 14 }, fanOut: { dimension: COUNTRY }
  } }) { userErrors { message } }
  smooth: createSlo(input: { site: $site, name: "Phones answer at once", definition: {
    objective: 0.75, indicator: { kind: VITAL, metric: INP }, window: { days: 14 }, where: { device: { eq: MOBILE } },
    fanOut: { dimension: RELEASE }
  } }) { userErrors { message } }
  sound: createSlo(input: { site: $site, name: "Visits without a crash", definition: {
    objective: 0.95, indicator: { kind: CRASH_FREE }, window: { days: 14 }, fanOut: { dimension: RELEASE }
  } }) { userErrors { message } }

  flag: saveFlag(input: { site: $site, key: "new-checkout", control: "off", owner: "Checkout", startedAt: $begun,
    split: [{ variant: "off", weight: 1 }, { variant: "on", weight: 1 }]
    metrics: [{ conversion: { event: "checkout_completed" } }, { vital: { metric: INP } }]
    guardrails: [{ metric: { figure: CRASH_FREE_SESSIONS }, worst: 0.05 }]
  }) { userErrors { message } }

  slow: createAlertRule(input: { site: $site, name: "INP on phones is poor", severity: TICKET
    definition: { threshold: { metric: VITAL_PERCENTILE, vital: INP, above: 500, window: "PT30M" } }
    where: { device: { eq: MOBILE } }
  }) { userErrors { message } }
}`

/** Saves them for the demo site. Throws what the API would refuse. */
export async function saveDemoQuestions(control: Control, db: Database, now: number): Promise<void> {
  const { data, errors } = await graphql({
    schema: executableSchema(),
    source: MUTATION,
    variableValues: { site: DEMO_SITE, begun: new Date(now - FORTNIGHT_MS).toISOString() },
    contextValue: createContext({
      caller: { tokenId: 0, name: 'demo', scopes: ['READ', 'MANAGE'], siteIds: null, expiresAt: null },
      control,
      db,
      now,
    }),
  })
  if (errors?.[0] !== undefined) throw errors[0]
  const payloads = Object.values(data ?? {}) as { userErrors: { message: string }[] }[]
  const [mistake] = payloads.flatMap(({ userErrors }) => userErrors)
  if (mistake !== undefined) throw new TypeError(mistake.message)
}
