/** What people save about a shop: a funnel, objectives, an experiment, alert rules and a status page, made as anybody makes them. */
import { graphql } from 'graphql'
import { createContext } from '../../api/context.ts'
import type { Database } from '../../api/db/database.ts'
import type { Control } from '../../api/db/prisma.ts'
import { executableSchema } from '../../api/schema.ts'
import { DEMO_SITE } from '../../api/sites/demo-site.ts'

const DAY_MS = 24 * 3_600_000
const FORTNIGHT_MS = 14 * DAY_MS

const MUTATION = `mutation ($site: ID!, $begun: DateTime!) {
  funnel: createFunnel(input: { site: $site, name: "From a tea to an order", definition: { steps: [
    { name: "Looks at a tea", page: { prefix: "/demo/products/" } }
    { name: "Cart", page: { eq: "/demo/cart.html" } }
    { name: "Checkout", page: { eq: "/demo/checkout.html" } }
    { name: "Orders", event: "checkout_completed" }
  ] } }) { userErrors { message } }

  fast: createSlo(input: { site: $site, name: "Pages are fast", definition: {
    objective: 0.7, indicator: { kind: VITAL, metric: LCP }, window: { days: 14 }, fanOut: { dimension: COUNTRY }
  } }) { slo { id } userErrors { message } }
  smooth: createSlo(input: { site: $site, name: "Phones answer at once", definition: {
    objective: 0.75, indicator: { kind: VITAL, metric: INP }, window: { days: 14 }, where: { device: { eq: MOBILE } },
    fanOut: { dimension: RELEASE }
  } }) { userErrors { message } }
  sound: createSlo(input: { site: $site, name: "Visits without a crash", definition: {
    objective: 0.95, indicator: { kind: CRASH_FREE }, window: { days: 14 }, fanOut: { dimension: RELEASE }
  } }) { slo { id } userErrors { message } }

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

const STATUS_MUTATION = `mutation ($site: ID!, $fast: ID!, $sound: ID!) {
  page: saveStatusPage(input: { site: $site, slug: "shop", title: "Tea shop", published: true
    description: "How the shop is doing for the people who visit it."
    components: [
      { key: "pages", name: "Pages appear quickly", description: "The largest part of a page within 2.5 s.", slo: $fast }
      { key: "visits", name: "Visits without a crash", description: "No error that stops a page.", slo: $sound }
      { key: "clicks", name: "Answers to clicks", vital: INP }
    ]
  }) { statusPage { id } userErrors { message } }
}`

/** The release of the story that made clicks slow, as somebody would have told it. */
const INCIDENT_MUTATION = `mutation ($page: ID!, $begun: DateTime!) {
  incident: openIncident(input: { page: $page, title: "Clicks on products answer slowly", impact: MINOR
    message: "Choosing a tea takes up to a second on some phones. We are looking into it."
    components: ["clicks"], startedAt: $begun
  }) { incident { id } userErrors { message } }
}`

const UPDATES_MUTATION = `mutation ($id: ID!, $found: DateTime!, $watched: DateTime!, $over: DateTime!) {
  found: updateIncident(input: { id: $id, status: IDENTIFIED, at: $found
    message: "Our latest release does too much work when a product is chosen. A release without it is being tested."
  }) { userErrors { message } }
  watched: updateIncident(input: { id: $id, status: MONITORING, at: $watched
    message: "The new release is out. Clicks answer faster; we keep watching."
  }) { userErrors { message } }
  over: updateIncident(input: { id: $id, status: RESOLVED, at: $over
    message: "Clicks answer as quickly as before for everybody."
  }) { userErrors { message } }
}`

type Payload = { userErrors: { message: string }[]; [field: string]: unknown }

/** Saves them for the demo site. Throws what the API would refuse. */
export async function saveDemoQuestions(control: Control, db: Database, now: number): Promise<void> {
  const ask = (source: string, variables: Record<string, string>) =>
    mutate({ control, db, now, source, variables })
  const ago = (ms: number) => new Date(now - ms).toISOString()
  const saved = await ask(MUTATION, { site: DEMO_SITE, begun: ago(FORTNIGHT_MS) })
  const { page } = await ask(STATUS_MUTATION, {
    site: DEMO_SITE,
    fast: idIn(saved['fast'], 'slo'),
    sound: idIn(saved['sound'], 'slo'),
  })
  const begun = 9 * DAY_MS - DAY_MS / 3
  const { incident } = await ask(INCIDENT_MUTATION, { page: idIn(page, 'statusPage'), begun: ago(begun) })
  await ask(UPDATES_MUTATION, {
    id: idIn(incident, 'incident'),
    found: ago(begun - DAY_MS),
    watched: ago(6 * DAY_MS - DAY_MS / 12),
    over: ago(6 * DAY_MS - DAY_MS / 3),
  })
}

function idIn(payload: Payload | undefined, field: string): string {
  const saved = payload?.[field] as { id: string } | undefined
  if (saved === undefined) throw new TypeError(`nothing was saved as ${field}`)
  return saved.id
}

async function mutate({
  control,
  db,
  now,
  source,
  variables,
}: {
  control: Control
  db: Database
  now: number
  source: string
  variables: Record<string, string>
}): Promise<Record<string, Payload>> {
  const { data, errors } = await graphql({
    schema: executableSchema(),
    source,
    variableValues: variables,
    contextValue: createContext({
      caller: { tokenId: 0, name: 'demo', scopes: ['READ', 'MANAGE'], siteIds: null, expiresAt: null },
      control,
      db,
      now,
    }),
  })
  if (errors?.[0] !== undefined) throw errors[0]
  const payloads = (data ?? {}) as Record<string, Payload>
  const [mistake] = Object.values(payloads).flatMap(({ userErrors }) => userErrors)
  if (mistake !== undefined) throw new TypeError(mistake.message)
  return payloads
}
