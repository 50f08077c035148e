/** The experiment of the made-up shop: a checkout that is faster and crashes more; `old-split` came out crooked. */
import type { Variant } from './made-up.ts'

interface Asked {
  key: string
  control?: string | null
}
export interface Metric {
  vital?: { metric: string } | null
  figure?: string | null
}

const HOSTILE_NAME = '<img src=x onerror="window.hacked=1">'
/** The control's value, the relative difference and half its interval, and whether less is better. */
const EFFECTS: Record<string, [baseline: number, change: number, half: number, lowerIsBetter: boolean]> = {
  LCP: [1912, -0.083, 0.031, true],
  INP: [264, 0.012, 0.064, true],
  CLS: [0.08, -0.02, 0.4, true],
  CRASH_FREE_SESSIONS: [0.987, -0.011, 0.006, false],
  ENGAGEMENT_RATE: [0.61, 0.034, 0.021, false],
  ERRORS_PER_SESSION: [0, 0, 0, true],
}

export function cohortsOf({ key, control: asked }: Asked, variant: Variant) {
  const control = asked ?? 'off'
  const isCrooked = key === 'old-split'
  const hostile = variant === 'hostile'
  const sessions = variant === 'empty' ? 0 : variant === 'thin' ? 60 : 12_540
  const names = ['off', hostile ? HOSTILE_NAME : 'on', ...(key === 'three-ways' ? ['max'] : [])]
  const shares = names.map((_, index) => (isCrooked ? ([0.56, 0.44][index] ?? 0) : 1 / names.length))
  return {
    key,
    control,
    sessions,
    mixed: Math.round(sessions * 0.004),
    variants:
      sessions === 0
        ? []
        : names.map((name, index) => ({
            key: name,
            isControl: name === control,
            sessions: Math.round(sessions * (shares[index] ?? 0)),
            share: shares[index],
            expectedShare: 1 / names.length,
          })),
    sampleRatio: { chiSquare: 1, pValue: isCrooked ? 2e-9 : 0.412, mismatch: isCrooked },
    compare: ({ metrics }: { metrics: Metric[] }) =>
      sessions === 0
        ? []
        : names
            .filter((name) => name !== control)
            .flatMap((name) =>
              metrics.map((metric) => comparison(metric, { name, variant, isCrooked, sessions })),
            ),
    guardrails:
      sessions === 0
        ? []
        : [
            guardrail('INP p75', names[1] ?? '', 'PASSED', [264, 3.2]),
            guardrail('crash-free sessions', names[1] ?? '', 'BROKEN', [0.987, -0.011]),
          ],
  }
}

function comparison(
  { vital, figure }: Metric,
  {
    name,
    variant,
    isCrooked,
    sessions,
  }: { name: string; variant: Variant; isCrooked: boolean; sessions: number },
) {
  const metric = vital?.metric ?? figure ?? 'conversion'
  const [baseline, change, half, lowerIsBetter] = EFFECTS[metric] ?? [0.2, 0.01, 0.1, false]
  const thin = variant === 'thin'
  const difference = baseline * change
  const at = (share: number) => (thin || baseline === 0 ? null : baseline * (change + share))
  const isSure = Math.abs(change) > half * 1.3
  return {
    metric: vital ? `${metric} p75` : metric.toLowerCase().replaceAll('_', ' '),
    variant: name,
    value: baseline + difference,
    baseline,
    difference,
    relative: baseline === 0 ? null : change,
    visitors: Math.round(sessions * 0.41),
    baselineVisitors: Math.round(sessions * 0.4),
    low: at(-half * 0.7),
    high: at(half * 0.7),
    pValue: thin ? null : 0.01,
    alwaysLow: at(-half * 1.3),
    alwaysHigh: at(half * 1.3),
    alwaysPValue: thin ? null : 0.02,
    adjustedPValue: thin || isCrooked ? null : isSure ? 0.0004 : 0.731,
    verdict: thin
      ? 'TOO_LITTLE_DATA'
      : isCrooked
        ? 'SAMPLE_RATIO_MISMATCH'
        : !isSure
          ? 'NO_DIFFERENCE_SHOWN'
          : change < 0 === lowerIsBetter
            ? 'BETTER'
            : 'WORSE',
  }
}

function guardrail(metric: string, variant: string, state: string, [baseline, difference]: [number, number]) {
  return {
    metric,
    variant,
    worst: metric === 'INP p75' ? 0.05 : 0.005,
    relative: true,
    value: baseline + difference,
    baseline,
    difference,
    state,
  }
}
