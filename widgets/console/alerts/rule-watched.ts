/** The part of the form of a rule that says what it watches, for each kind its own. */
import { html, nothing, type TemplateResult } from 'lit'
import { VITALS } from '../../../sdk/wire/vitals.ts'
import { DIMENSIONS } from '../../format/names.ts'
import { renderTextArea, type Choice } from '../forms/controls.ts'
import { ALERT_METRICS, isOfVital, isShare, type RuleDraft } from './rule-draft.ts'
import { namedField, numberField, selectField, textField, type RuleFields } from './rule-fields.ts'
import type { RuleKind } from './rules.query.ts'

const METRICS = Object.entries(ALERT_METRICS).map(([name, { label }]): Choice => [name, label])
const VITAL_CHOICES = Object.keys(VITALS).map((name): Choice => [name, name])
const KEYED_SPLITS: readonly Choice[] = [
  ['FLAG', 'Feature flag'],
  ['ATTRIBUTE', 'Attribute'],
]
const SPLITS: readonly Choice[] = [
  ['', 'None: one for all'],
  ...Object.entries(DIMENSIONS).map(([name, { label }]): Choice => [name, label]),
  ...KEYED_SPLITS,
]
const EXAMPLE =
  'query ($site: ID!, $range: RangeInput!) { site(id: $site) { segment(range: $range) { views } } }'

const WATCHED: Record<RuleKind, (fields: RuleFields) => TemplateResult> = {
  THRESHOLD: (fields) =>
    html`${renderFigure(fields)}${renderBounds(fields, 'threshold')}${renderWhere(fields)}${renderSplit(fields)}`,
  BURN_RATE: (fields) =>
    html`<div class="row">
      ${namedField(fields, { name: 'slo', label: 'Objective', path: 'definition.burnRate.slo' }, fields.world.slos)}
      ${selectField(fields, { name: 'burnSeverity', label: 'By which of its rules' }, [
        ['', 'All'],
        ['PAGE', 'Those that page'],
        ['TICKET', 'Those that make a ticket'],
      ])}
    </div>`,
  FUNNEL: (fields) =>
    html`${namedField(
      fields,
      { name: 'funnel', label: 'Funnel', path: 'definition.funnel.funnel' },
      fields.world.funnels,
    )}${renderBounds(fields, 'funnel')}${renderWhere(fields)}`,
  GRAPHQL: (fields) => html`${renderQuery(fields)}${renderBounds(fields, 'graphql')}`,
}

/** What of the answer is told at a field of these; all else stands over the buttons. */
export const WATCHED_PATHS = [
  'where',
  'split',
  ...['vital', 'q', 'recovery', 'window'].map((field) => `definition.threshold.${field}`),
  ...['funnel', 'recovery', 'window'].map((field) => `definition.funnel.${field}`),
  ...['query', 'variables', 'path', 'countPath', 'recovery', 'window'].map(
    (field) => `definition.graphql.${field}`,
  ),
  'definition.burnRate.slo',
]

export function renderWatched(fields: RuleFields): TemplateResult {
  return WATCHED[fields.draft.kind](fields)
}

function renderFigure(fields: RuleFields): TemplateResult {
  const { draft } = fields
  const vital = { name: 'vital', label: 'Vital', path: 'definition.threshold.vital' } as const
  const quantile = { name: 'quantile', label: 'Percentile', path: 'definition.threshold.q' } as const
  return html`<div class="row">
    ${selectField(fields, { name: 'metric', label: 'Figure' }, METRICS)}
    ${isOfVital(draft) ? selectField(fields, vital, VITAL_CHOICES) : nothing}
    ${draft.metric === 'VITAL_PERCENTILE' ? numberField(fields, { ...quantile, required: true }) : nothing}
  </div>`
}

function renderBounds(fields: RuleFields, field: 'threshold' | 'funnel' | 'graphql'): TemplateResult {
  const unit = isShare(fields.draft) ? ', %' : ''
  return html`<div class="row">
    ${selectField(fields, { name: 'side', label: 'Bad if it is' }, [
      ['ABOVE', 'above'],
      ['BELOW', 'below'],
    ])}
    ${numberField(fields, {
      name: 'bound',
      label: `Bound${unit}`,
      required: true,
      path: 'definition.bound',
      hint: boundHint(fields.draft),
    })}
    ${numberField(fields, {
      name: 'recovery',
      label: `Well again at${unit}`,
      path: `definition.${field}.recovery`,
      hint: 'Empty: at the bound itself.',
    })}
    ${numberField(fields, {
      name: 'windowMin',
      label: 'Over the last, min',
      required: true,
      path: `definition.${field}.window`,
      hint: 'Whole minutes, 7 days at most.',
    })}
  </div>`
}

function boundHint({ kind, metric, vital }: RuleDraft): string {
  if (kind !== 'THRESHOLD' || metric !== 'VITAL_PERCENTILE') return ''
  return VITALS[vital as keyof typeof VITALS]?.unit === 'ms' ? 'In ms.' : 'A score, such as 0.25.'
}

function renderWhere(fields: RuleFields): TemplateResult {
  return textField(fields, {
    name: 'where',
    label: 'Only where',
    hint: 'A FilterInput as JSON, such as {"device":{"eq":"MOBILE"}}; empty: everything counts.',
  })
}

function renderSplit(fields: RuleFields): TemplateResult {
  const isKeyed = KEYED_SPLITS.some(([name]) => name === fields.draft.split)
  return html`<div class="row">
    ${selectField(fields, { name: 'split', label: 'An alert for each' }, SPLITS)}
    ${
      isKeyed
        ? textField(fields, { name: 'splitKey', label: 'Which flag or attribute', required: true })
        : nothing
    }
  </div>`
}

function renderQuery(fields: RuleFields): TemplateResult {
  const { draft, errors, onChange } = fields
  return html`${renderTextArea({
      id: 'query',
      label: 'Query',
      required: true,
      hint: '$site and $range are set where it declares them. It may read this site and no other.',
      errors,
      path: 'definition.graphql.query',
      placeholder: EXAMPLE,
      value: draft.query,
      onInput: (query) => onChange({ query }),
    })}
    ${textField(fields, {
      name: 'variables',
      label: 'Its other variables',
      path: 'definition.graphql.variables',
      hint: 'An object as JSON; empty: none.',
    })}
    <div class="row">
      ${textField(fields, {
        name: 'path',
        label: 'Where the number is',
        required: true,
        path: 'definition.graphql.path',
        placeholder: 'site.segment.views',
      })}
      ${textField(fields, {
        name: 'countPath',
        label: 'Where its samples are counted',
        path: 'definition.graphql.countPath',
        hint: 'Empty: that is not known.',
      })}
    </div>`
}
