import { css } from 'lit'

/** Tables whose rows are things that can be opened, with the controls above and the pages below them. */
export const list = css`
  .toolbar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
    margin-block-start: 12px;
  }
  .search {
    flex: 0 1 240px;
    min-inline-size: 120px;
    block-size: 32px;
    margin-inline-start: auto;
    padding: 0 10px;
    border: 1px solid var(--_line);
    border-radius: 8px;
    background: var(--_surface);
    color: inherit;
    font: inherit;
    font-size: 13px;
  }
  .search::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  table {
    inline-size: 100%;
    margin-block-start: 8px;
    border-collapse: collapse;
    table-layout: fixed;
  }
  th,
  td {
    overflow: hidden;
    padding: 0 8px;
    font-weight: 400;
    text-align: start;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  :is(th, td):first-child {
    padding-inline-start: 0;
  }
  :is(th, td):last-child {
    padding-inline-end: 0;
  }
  thead :is(th, td) {
    block-size: 28px;
    border-block-end: 1px solid var(--_line);
    color: var(--_muted);
    font-size: 12px;
  }
  tbody tr {
    position: relative;
  }
  tbody tr + tr > * {
    border-block-start: 1px solid var(--_line);
  }
  tbody tr:has(button):hover {
    background: var(--_sunken);
  }
  .figure {
    text-align: end;
  }
  .strong {
    font-weight: 600;
  }
  .open {
    display: block;
    max-inline-size: 100%;
    overflow: hidden;
    text-overflow: ellipsis;
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
  .thin-mark {
    margin-inline-start: 4px;
    color: var(--_muted);
    font-size: 11px;
  }
  .spark {
    display: block;
    inline-size: 100%;
    block-size: 28px;
    direction: ltr;
    overflow: visible;
  }
  .spark rect {
    fill: var(--_accent);
    opacity: 0.75;
  }
  .spark path {
    fill: none;
    stroke: var(--_accent);
    stroke-linecap: round;
    stroke-linejoin: round;
    stroke-width: 1.5;
    vector-effect: non-scaling-stroke;
  }
  .spark .dot {
    stroke-width: 4;
  }
  .spark .base {
    stroke: var(--_line);
    stroke-width: 1;
  }
  .more {
    display: flex;
    align-items: center;
    gap: 12px;
  }
  @media (forced-colors: active) {
    .spark rect {
      fill: Highlight;
    }
    .spark path {
      stroke: Highlight;
    }
    .spark .base {
      stroke: GrayText;
    }
  }
`
