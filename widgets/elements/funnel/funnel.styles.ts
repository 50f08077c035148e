import { css } from 'lit'

export const funnelStyles = css`
  :host {
    container-type: inline-size;
  }
  /* Title, headline, every step and part there may be: nothing below moves when the answer comes. */
  .card {
    min-block-size: calc(148px + var(--_steps, 4) * 73px + var(--_parts, 0) * 33px);
  }
  .headline {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 40px;
    min-block-size: 48px;
    margin-block: 8px;
  }
  .total {
    display: flex;
    align-items: center;
    gap: 12px;
  }
  .value {
    font-size: 32px;
    font-weight: 600;
    letter-spacing: -0.025em;
    line-height: 40px;
    white-space: nowrap;
  }
  .evidence {
    font-size: 12px;
  }
  .evidence strong {
    font-size: 14px;
    font-weight: 600;
  }
  .evidence .muted {
    display: block;
  }
  .thin :is(b, .value) {
    font-weight: 400;
  }
  .pill {
    padding: 1px 6px;
    border: 1px solid var(--_line);
    border-radius: 99px;
    color: var(--_muted);
    font-size: 11px;
    font-weight: 500;
    white-space: nowrap;
  }
  .steps {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .step {
    display: grid;
    grid-template-columns: minmax(96px, 20%) minmax(0, 1fr) 124px 112px 112px 112px;
    align-items: center;
    gap: 0 20px;
    min-block-size: 73px;
    padding-block: 8px;
    border-block-start: 1px solid var(--_line);
  }
  .name {
    overflow: hidden;
    font-weight: 500;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .name i {
    display: inline-block;
    min-inline-size: 20px;
    color: var(--_muted);
    font-style: normal;
    font-weight: 400;
  }
  .cell {
    overflow: hidden;
    color: var(--_muted);
    font-size: 12px;
    line-height: 16px;
  }
  .cell > * {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .cell b {
    color: var(--_ink);
    font-size: 14px;
    font-weight: 600;
    line-height: 20px;
  }
  .cell.thin b {
    font-weight: 400;
  }
  .bar {
    display: block;
    inline-size: 100%;
    block-size: 32px;
    border-radius: 4px;
  }
  .share {
    display: block;
    inline-size: 100%;
    block-size: 16px;
    overflow: visible;
  }
  :is(.bar, .share):dir(rtl) {
    transform: scaleX(-1);
  }
  .track {
    fill: var(--_sunken);
  }
  .lost {
    fill: var(--_accent-soft);
  }
  .kept {
    fill: var(--_accent);
  }
  .share line {
    stroke: var(--_ink);
    stroke-width: 1.5;
  }
  .split {
    inline-size: 100%;
    margin-block-end: 8px;
    border-block-start: 1px solid var(--_line);
    border-collapse: collapse;
    table-layout: fixed;
  }
  .split caption {
    padding-block: 12px 4px;
    border-block-start: 1px solid var(--_line);
    font-weight: 600;
    text-align: start;
  }
  .split :is(th, td) {
    block-size: 32px;
    padding: 0 8px;
    font-weight: 400;
    text-align: start;
  }
  .split :is(th, td):first-child {
    padding-inline-start: 0;
  }
  .split :is(th, td):last-child {
    padding-inline-end: 0;
  }
  .split thead :is(th, td) {
    block-size: 24px;
    color: var(--_muted);
    font-size: 12px;
  }
  .split tbody tr > * {
    border-block-start: 1px solid var(--_line);
  }
  .split tbody tr:has(button):hover {
    background: var(--_sunken);
  }
  .split .figure {
    inline-size: 96px;
    text-align: end;
    white-space: nowrap;
  }
  .split .bar-cell {
    inline-size: 50%;
  }
  .split b {
    font-weight: 600;
  }
  .split .thin b {
    font-weight: 400;
  }
  .key {
    display: block;
    inline-size: 100%;
    overflow: hidden;
    border-radius: 4px;
    line-height: 31px;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  button.key:hover {
    color: var(--_accent);
  }
  .key:focus-visible {
    outline-offset: -2px;
  }
  details {
    margin-block-start: 4px;
  }
  @container (max-width: 860px) {
    .card {
      min-block-size: calc(152px + var(--_steps, 4) * 125px + var(--_parts, 0) * 33px);
    }
    .step {
      grid-template-columns: repeat(4, minmax(0, 1fr));
      gap: 6px 12px;
      min-block-size: 125px;
    }
    .name,
    .bar {
      grid-column: 1 / -1;
    }
    .bar {
      block-size: 20px;
    }
  }
  @container (max-width: 560px) {
    .card {
      min-block-size: calc(180px + var(--_steps, 4) * 184px + var(--_parts, 0) * 33px);
    }
    .step {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      min-block-size: 184px;
    }
    /* It has nothing before it to be compared with. */
    .step:first-child {
      min-block-size: 125px;
    }
    .split .bar-cell {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .track {
      fill: Canvas;
      stroke: GrayText;
    }
    .lost {
      fill: Canvas;
      stroke: GrayText;
    }
    .kept {
      fill: Highlight;
    }
    .share line {
      stroke: CanvasText;
    }
  }
`
