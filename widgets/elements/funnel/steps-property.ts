import type { PropertyDeclaration } from 'lit'

/** Steps of a funnel, each a FunnelStepInput. */
export type FunnelSteps = readonly Readonly<Record<string, unknown>>[]

/** A list as JSON; a text that is none is kept, which no funnel is asked with. */
export function parseSteps(value: string | null): FunnelSteps | string | null {
  if (value === null || value.trim() === '') return null
  try {
    const parsed: unknown = JSON.parse(value)
    return Array.isArray(parsed) && parsed.every((step) => typeof step === 'object' && step !== null)
      ? (parsed as FunnelSteps)
      : value
  } catch {
    return value
  }
}

/** A FunnelStepInput list as an array, or as JSON in the attribute. */
export const stepsProperty: PropertyDeclaration = { converter: { fromAttribute: parseSteps } }
