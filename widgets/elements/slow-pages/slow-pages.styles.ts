import { css } from 'lit'

export const slowPagesStyles = css`
  :host {
    min-block-size: calc(112px + var(--_rows, 5) * 53px);
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
    text-align: end;
  }
  thead th {
    block-size: 24px;
    border-block-end: 1px solid var(--_line);
    color: var(--_muted);
    font-size: 12px;
  }
  tbody :is(th, td) {
    block-size: 52px;
  }
  tbody tr + tr > * {
    border-block-start: 1px solid var(--_line);
  }
  small {
    display: block;
    overflow: hidden;
    color: var(--_muted);
    font-size: 12px;
    text-overflow: ellipsis;
  }
  .key {
    display: block;
    max-inline-size: 100%;
    overflow: hidden;
    border-radius: 4px;
    text-overflow: ellipsis;
  }
  .key:hover {
    text-decoration: underline;
  }
  th .key {
    font-weight: 600;
  }
  td .mark {
    margin-inline-end: 4px;
  }
  .value {
    font-weight: 600;
  }
  .sessions {
    padding: 4px 10px;
    border: 1px solid var(--_line);
    border-radius: 6px;
    font-weight: 500;
  }
  .sessions:hover {
    background: var(--_sunken);
  }
  .col-value {
    inline-size: 116px;
  }
  .col-since {
    inline-size: 21%;
  }
  .col-whom {
    inline-size: 25%;
  }
  .col-sessions {
    inline-size: 92px;
  }
  @container (max-width: 560px) {
    .col-since,
    .since {
      display: none;
    }
    .col-whom {
      inline-size: 30%;
    }
    .col-value {
      inline-size: 92px;
    }
  }
  @container (max-width: 380px) {
    .col-sessions,
    .sessions-cell {
      display: none;
    }
  }
`
