import { css } from 'lit'

export const breakdownStyles = css`
  :host {
    /* Title, head and every row there may be: nothing below moves when the answer comes. */
    min-block-size: calc(126px + var(--_rows, 11) * 33px);
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
    block-size: 32px;
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
  }
  tbody tr + tr > * {
    border-block-start: 1px solid var(--_line);
  }
  tbody tr:has(button):hover {
    background: var(--_sunken);
  }
  .figure {
    text-align: end;
    white-space: nowrap;
  }
  .col-bar {
    inline-size: 26%;
  }
  .col-value {
    inline-size: 96px;
  }
  .col-views {
    inline-size: 64px;
  }
  .col-samples {
    inline-size: 76px;
  }
  .key,
  .sort {
    border-radius: 4px;
  }
  .key,
  .label {
    display: block;
    max-inline-size: 100%;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .key {
    inline-size: 100%;
    line-height: 31px;
  }
  .key:hover {
    color: var(--_accent);
  }
  .key:focus-visible {
    outline-offset: -2px;
  }
  .sort {
    white-space: nowrap;
  }
  .sort:hover {
    color: var(--_ink);
  }
  .sort[data-active] {
    color: var(--_ink);
    font-weight: 600;
  }
  .bar {
    display: block;
    inline-size: 100%;
    block-size: 16px;
    overflow: visible;
  }
  .bar:dir(rtl) {
    transform: scaleX(-1);
  }
  .bar .track {
    fill: var(--_sunken);
  }
  .bar .fill {
    fill: var(--_mark, currentColor);
    opacity: 0.8;
  }
  .bar line {
    stroke: var(--_ink);
    stroke-width: 1.5;
  }
  .value {
    font-weight: 600;
  }
  .figure .mark {
    margin-inline-end: 6px;
    inline-size: 10px;
    block-size: 10px;
  }
  .thin .value {
    font-weight: 400;
  }
  @container (max-width: 520px) {
    .bar-cell,
    .col-bar {
      display: none;
    }
  }
  @container (max-width: 400px) {
    .samples,
    .col-samples {
      display: none;
    }
    .col-value {
      inline-size: 88px;
    }
    :is(th, td):nth-last-child(2) {
      padding-inline-end: 0;
    }
  }
  @media (forced-colors: active) {
    .bar .fill {
      fill: Highlight;
    }
    .bar .track {
      fill: Canvas;
      stroke: GrayText;
    }
    .bar line {
      stroke: CanvasText;
    }
  }
`
