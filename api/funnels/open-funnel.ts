/** A funnel that was asked: what its fields need is read once, when the first of them asks. */
import { userError } from '../problem.ts'
import type { FunnelSample } from '../schema.generated.ts'
import type { Axis } from '../segment/axes.ts'
import type { Segment } from '../segment/segment.ts'
import { type Asking, type FunnelAnswer, answerFunnel, decideSample } from './answer-funnel.ts'
import type { FunnelDefinition } from './definition.ts'
import { SAMPLE_FACTOR } from './funnel-events.queries.ts'
import { type Tally, mergeTallies } from './tally.ts'

export type Funnel = {
  segment: Segment
  definition: FunnelDefinition
  isSampled: () => Promise<boolean>
  /** By the value of the first step; `full` asks for every entrant where the funnel itself is sampled. */
  answer: (axis: Axis | null, full?: 'full') => Promise<FunnelAnswer>
}

/** Entrants that were counted together, and how to have the same of all where they are a sample. */
export type FunnelPart = {
  funnel: Funnel
  /** Null: the whole. */
  axis: Axis | null
  key: string | null
  other: boolean
  tally: Tally
  isSampled: boolean
  /** What each entrant counted stands for. */
  scale: number
  fullTally: () => Promise<Tally>
}

export function openFunnel(
  segment: Segment,
  { definition, sample }: { definition: FunnelDefinition; sample: FunnelSample },
  asking: Asking,
): Funnel {
  const base = { segment, definition }
  const answers = new Map<string, Promise<FunnelAnswer>>()
  let decided: Promise<boolean> | undefined
  const isSampled = () => (decided ??= decideSample(base, sample, asking))
  const answer: Funnel['answer'] = async (axis, full) => {
    if (full === 'full') await decideSample(base, 'FULL', asking)
    const isPart = full === undefined && (await isSampled())
    const name = JSON.stringify([axis, isPart])
    const known = answers.get(name) ?? answerFunnel({ ...base, isSampled: isPart }, axis, asking)
    answers.set(name, known)
    return known
  }
  return { ...base, isSampled, answer }
}

export async function wholeOf(funnel: Funnel): Promise<FunnelPart> {
  const merged = (answer: FunnelAnswer) => mergeTallies([...answer.values()], funnel.definition.rules.steps)
  return partOf(funnel, {
    axis: null,
    key: null,
    other: false,
    tally: merged(await funnel.answer(null)),
    fullTally: async () => merged(await funnel.answer(null, 'full')),
  })
}

const MOST_PARTS = 50

/** The parts with the most entrants; with `other` one more of all that are left. */
export async function partsOf(
  funnel: Funnel,
  { axis, top, other }: { axis: Axis; top: number; other: boolean },
): Promise<FunnelPart[]> {
  if (top < 1 || top > MOST_PARTS) throw userError(`\`top\` is ${top}: ask for 1 to ${MOST_PARTS}`)
  const { steps } = funnel.definition.rules
  const answer = await funnel.answer(axis)
  const keys = [...answer.keys()].sort((a, b) => entrantsOf(answer, b) - entrantsOf(answer, a) || order(a, b))
  const shown = keys.slice(0, top)
  const pick = (from: FunnelAnswer, isPicked: (key: string | null) => boolean) =>
    mergeTallies(
      [...from].flatMap(([key, tally]) => (isPicked(key) ? [tally] : [])),
      steps,
    )
  const part = (key: string | null, isOther: boolean, isPicked: (key: string | null) => boolean) =>
    partOf(funnel, {
      axis,
      key,
      other: isOther,
      tally: pick(answer, isPicked),
      fullTally: async () => pick(await funnel.answer(axis, 'full'), isPicked),
    })
  const parts = shown.map((key) => part(key, false, (one) => one === key))
  const rest = new Set(shown)
  return Promise.all(other ? [...parts, part(null, true, (one) => !rest.has(one))] : parts)
}

async function partOf(
  funnel: Funnel,
  part: Omit<FunnelPart, 'funnel' | 'isSampled' | 'scale'>,
): Promise<FunnelPart> {
  const isSampled = await funnel.isSampled()
  return { ...part, funnel, isSampled, scale: isSampled ? SAMPLE_FACTOR : 1 }
}

function entrantsOf(answer: FunnelAnswer, key: string | null): number {
  return answer.get(key)?.reached[0] ?? 0
}

function order(a: string | null, b: string | null): number {
  return (a ?? '') < (b ?? '') ? -1 : 1
}
