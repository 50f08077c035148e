/** The settings of a site as they are stored, and as GraphQL writes them. */
import type { Control } from '../db/prisma.ts'
import type { SiteSettingsInput } from '../schema.generated.ts'
import { type SettingsChange, type SiteSettings, parseSettings } from './settings.ts'
import type { SiteRow } from './sites.queries.ts'

export async function settingsOf(control: Control, { id }: SiteRow): Promise<SiteSettings> {
  return parseSettings((await control.site.findUniqueOrThrow({ where: { id } })).settings)
}

/** GraphQL's names and spellings as those that are stored. */
export function settingsChange({ session, privacy, ...others }: SiteSettingsInput): SettingsChange {
  return {
    ...others,
    session: { idleMs: session?.idle },
    privacy: { consent: privacy?.consent?.toLowerCase(), gpc: privacy?.gpc?.toLowerCase() },
  }
}
