import { css } from 'lit'

/** The frame that every widget sits in, its states, and the table behind a chart. */
export const card = css`
  .card {
    position: relative;
    display: flex;
    flex-direction: column;
    block-size: 100%;
    padding: 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    overflow: hidden;
  }
  .card header {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 4px 12px;
    min-block-size: 24px;
  }
  /* A list ends where its rows end. The room for those that did not come stays below it, so that nothing moves. */
  .rows:has(> .body > table) {
    block-size: auto;
    min-block-size: 0;
  }
  .title {
    font-weight: 600;
    letter-spacing: -0.005em;
  }
  .body {
    flex: 1;
    min-inline-size: 0;
    transition: opacity 0.15s 0.2s;
  }
  .body[data-outdated] {
    opacity: 0.45;
  }
  .notice {
    margin-block-start: 8px;
    color: var(--_muted);
    font-size: 12px;
  }
  .state {
    display: flex;
    flex: 1;
    flex-direction: column;
    justify-content: center;
    gap: 4px;
    min-block-size: inherit;
    padding: 8px 0;
  }
  .state strong {
    font-weight: 600;
  }
  .state p {
    color: var(--_muted);
    overflow-wrap: anywhere;
  }
  .retry {
    align-self: flex-start;
    margin-block-start: 8px;
    padding: 4px 12px;
    border: 1px solid var(--_line);
    border-radius: 6px;
    background: var(--_surface);
    font-weight: 500;
  }
  .link {
    color: var(--_accent);
    text-decoration: underline;
  }
  .retry:hover {
    background: var(--_sunken);
  }
  .skeleton {
    flex: 1;
    display: flex;
    flex-direction: column;
    gap: 12px;
    padding-block: 8px;
  }
  .skeleton i {
    block-size: 12px;
    border-radius: 4px;
    background: var(--_sunken);
    animation: breathe 1.6s ease-in-out infinite;
  }
  .skeleton i:first-child {
    inline-size: 45%;
    block-size: 32px;
  }
  .skeleton i:nth-child(2) {
    inline-size: 70%;
  }
  .skeleton i:last-child {
    flex: 1;
  }
  details {
    font-size: 12px;
  }
  details > summary {
    inline-size: fit-content;
    border-radius: 4px;
    color: var(--_muted);
    cursor: pointer;
  }
  details > summary:hover {
    color: var(--_ink);
  }
  .csv {
    inline-size: fit-content;
    margin-block-start: 8px;
    border-radius: 4px;
    color: var(--_muted);
    font-size: 12px;
    text-decoration: underline;
    text-decoration-color: var(--_line);
  }
  .csv:hover {
    color: var(--_ink);
  }
  .table-scroll {
    max-block-size: 280px;
    margin-block-start: 8px;
    overflow: auto;
  }
  .table-scroll table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  .table-scroll :is(th, td) {
    padding: 4px 12px 4px 0;
    border-block-end: 1px solid var(--_line);
    font-weight: 400;
    text-align: start;
    white-space: nowrap;
  }
  .table-scroll thead th {
    position: sticky;
    inset-block-start: 0;
    background: var(--_surface);
    color: var(--_muted);
    font-weight: 500;
  }
  .table-scroll :is(th, td).figure {
    text-align: end;
  }
  /* What the cells tell on hover, for those who come to their row by keyboard. It stands in the first cell, which is
     always there, and is placed by the row. */
  tr:has(.row-evidence) {
    position: relative;
  }
  .row-evidence {
    display: none;
    position: absolute;
    inset-block-start: calc(100% + 2px);
    inset-inline-start: 0;
    z-index: 2;
    max-inline-size: 100%;
    padding: 8px 12px;
    border: 1px solid var(--_line);
    border-radius: 8px;
    background: var(--_surface);
    box-shadow: 0 4px 16px light-dark(#1018281f, #00000080);
    color: var(--_ink);
    font-size: 12px;
    font-weight: 400;
    text-align: start;
    white-space: normal;
    pointer-events: none;
  }
  tr:has(:focus-visible) .row-evidence {
    display: block;
  }
  /* As high as a row of the smallest list, for which there is room. */
  .no-more {
    padding-block: 7px 8px;
    color: var(--_muted);
    font-size: 12px;
  }
  @keyframes breathe {
    50% {
      opacity: 0.45;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      animation: none !important;
      transition: none !important;
    }
  }
`
