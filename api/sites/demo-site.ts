/** The site of the demo shop, which `npm start` makes on an empty database. */
import { newWriteKey } from '../access/tokens.ts'
import type { Control } from '../db/prisma.ts'

export const DEMO_SITE = 'shop'

/** Makes the demo site if there is no site at all. Returns whether it did. */
export async function createDemoSite(control: Control, timeZone: string): Promise<boolean> {
  if ((await control.site.count()) > 0) return false
  await control.site.create({
    data: {
      slug: DEMO_SITE,
      name: 'Kettle & Leaf (demo)',
      timeZone,
      writeKeys: { create: { key: newWriteKey(DEMO_SITE) } },
    },
  })
  return true
}

export async function demoWriteKey(control: Control): Promise<string | null> {
  const key = await control.writeKey.findFirst({ where: { site: { slug: DEMO_SITE }, disabledAt: null } })
  return key?.key ?? null
}
