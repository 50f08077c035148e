import { css } from 'lit'

export const slosStyles = css`
  :host {
    min-block-size: calc(118px + var(--_rows, 5) * 49px);
    container-type: inline-size;
  }
  .card {
    min-block-size: inherit;
  }
  table {
    inline-size: 100%;
    margin-block-start: 8px;
    border-collapse: collapse;
    table-layout: fixed;
  }
  th,
  td {
    block-size: 48px;
    padding: 0 8px;
    font-weight: 400;
    text-align: start;
  }
  :is(th, td):first-child {
    padding-inline-start: 0;
  }
  :is(th, td):last-child {
    padding-inline-end: 0;
  }
  thead :is(th, td) {
    block-size: 24px;
    border-block-end: 1px solid var(--_line);
    color: var(--_muted);
    font-size: 12px;
    white-space: nowrap;
  }
  tbody tr {
    position: relative;
  }
  tbody tr + tr > * {
    border-block-start: 1px solid var(--_line);
  }
  tbody tr:hover {
    background: var(--_sunken);
  }
  .open,
  small {
    display: block;
    max-inline-size: 100%;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .open {
    font-weight: 500;
  }
  .open::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  .open:focus-visible {
    outline: none;
  }
  .open:focus-visible::after {
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
  }
  small {
    color: var(--_muted);
    font-size: 12px;
  }
  .state-cell span {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    font-weight: 600;
    white-space: nowrap;
  }
  .figure {
    text-align: end;
    white-space: nowrap;
  }
  .budget-line {
    display: flex;
    justify-content: space-between;
    font-weight: 500;
  }
  .budget-bar {
    display: block;
    inline-size: 100%;
    block-size: 6px;
    margin-block-start: 4px;
    border-radius: 3px;
  }
  :is(.budget-bar, .sparkline):dir(rtl) {
    transform: scaleX(-1);
  }
  .track {
    fill: var(--_sunken);
  }
  tr:hover .track {
    fill: var(--_line);
  }
  .left {
    fill: var(--_mark, currentColor);
  }
  .sparkline {
    display: block;
    inline-size: 100%;
    block-size: 28px;
    overflow: visible;
  }
  .sparkline path {
    fill: none;
    stroke: var(--_accent);
    stroke-linecap: round;
    stroke-linejoin: round;
    stroke-width: 1.5;
    vector-effect: non-scaling-stroke;
  }
  .sparkline .dot {
    stroke-width: 5;
  }
  .col-state {
    inline-size: 120px;
  }
  .col-good {
    inline-size: 148px;
  }
  .col-budget {
    inline-size: 112px;
  }
  .col-line {
    inline-size: 128px;
  }
  @container (max-width: 720px) {
    .line,
    .col-line {
      display: none;
    }
  }
  @container (max-width: 560px) {
    .good-cell,
    .col-good {
      display: none;
    }
  }
  @container (max-width: 400px) {
    .col-state {
      inline-size: 28px;
    }
    .col-budget {
      inline-size: 88px;
    }
    .state-word {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }
  @media (forced-colors: active) {
    .left {
      fill: Highlight;
    }
    .track {
      fill: Canvas;
      stroke: GrayText;
    }
    .sparkline path {
      stroke: CanvasText;
    }
  }
`
