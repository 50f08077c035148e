import { css } from 'lit'

export const sessionsStyles = css`
  :host {
    min-block-size: calc(126px + var(--_rows, 20) * 37px);
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
    overflow: hidden;
    block-size: 36px;
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
  thead th {
    block-size: 24px;
    border-block-end: 1px solid var(--_line);
    color: var(--_muted);
    font-size: 12px;
  }
  tbody tr + tr > * {
    border-block-start: 1px solid var(--_line);
  }
  tbody tr {
    position: relative;
  }
  tbody tr:hover,
  tbody tr[data-selected] {
    background: var(--_sunken);
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
  .figure {
    text-align: end;
  }
  .col-when {
    inline-size: 96px;
  }
  .col-where {
    inline-size: 30%;
  }
  .col-length {
    inline-size: 120px;
  }
  .col-views {
    inline-size: 56px;
  }
  .col-errors {
    inline-size: 112px;
  }
  .trouble {
    color: var(--_poor);
    font-weight: 600;
  }
  @container (max-width: 400px) {
    .views,
    .col-views {
      display: none;
    }
  }
  @container (max-width: 640px) {
    .col-where,
    .where,
    .col-length,
    .length {
      display: none;
    }
  }
`
