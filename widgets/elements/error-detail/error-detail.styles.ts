import { css } from 'lit'

export const errorDetailStyles = css`
  :host {
    --_height: var(--sight-chart-height, 160px);
    min-block-size: 910px;
    container-type: inline-size;
  }
  .card {
    min-block-size: inherit;
  }
  .card header {
    flex-wrap: nowrap;
  }
  .card h3 {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .numbers {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(136px, 1fr));
    gap: 12px 24px;
    margin: 12px 0 0;
  }
  .numbers dt,
  h4 {
    margin: 0;
    color: var(--_muted);
    font: inherit;
    font-size: 12px;
  }
  .numbers dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
  .numbers strong {
    display: block;
    font-size: 20px;
    font-weight: 600;
    letter-spacing: -0.015em;
    line-height: 28px;
  }
  .numbers small {
    color: var(--_muted);
    font-size: 12px;
  }
  section {
    min-inline-size: 0;
    margin-block-start: 20px;
  }
  h4 {
    margin-block-end: 4px;
    color: var(--_ink);
    font-size: 13px;
    font-weight: 600;
  }
  .series {
    /* With the margins of the plot: the chart comes a moment later. */
    display: flow-root;
    min-block-size: calc(var(--_height) + 16px);
  }
  .splits {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: 0 32px;
  }
  ul,
  ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .splits li {
    position: relative;
    display: flex;
    gap: 8px;
    align-items: center;
    min-block-size: 28px;
    padding: 0 8px;
    border-radius: 4px;
    isolation: isolate;
  }
  .splits li + li {
    margin-block-start: 2px;
  }
  .splits svg {
    position: absolute;
    z-index: -1;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
  }
  .splits svg:dir(rtl) {
    transform: scaleX(-1);
  }
  .splits rect {
    fill: var(--_accent-soft);
  }
  .splits button,
  .splits .label {
    flex: 1;
    overflow: hidden;
    border-radius: 4px;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .splits button:hover,
  .sessions button:hover {
    color: var(--_accent);
  }
  .stack {
    max-block-size: 240px;
    padding: 8px 12px;
    border-radius: 6px;
    background: var(--_sunken);
    overflow: auto;
    font:
      12px/20px ui-monospace,
      'SF Mono',
      Menlo,
      Consolas,
      monospace;
  }
  .stack li {
    white-space: nowrap;
  }
  .stack [data-own] {
    font-weight: 600;
  }
  .trail li {
    display: grid;
    grid-template-columns: 72px 80px minmax(0, 1fr);
    gap: 8px;
    padding-block: 3px;
    border-block-end: 1px solid var(--_line);
  }
  .trail li > :last-child {
    overflow-wrap: anywhere;
  }
  .trail li:last-child {
    border: 0;
    color: var(--_poor);
    font-weight: 600;
  }
  .sessions button {
    display: flex;
    gap: 12px;
    inline-size: 100%;
    padding-block: 4px;
    border-radius: 4px;
  }
  .sessions button > :first-child {
    flex: none;
  }
  .pair {
    display: grid;
    grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
    gap: 0 32px;
  }
  @container (max-width: 760px) {
    .card {
      min-block-size: 1500px;
    }
    .splits,
    .pair {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media (forced-colors: active) {
    .splits rect {
      fill: none;
      stroke: GrayText;
    }
  }
`
