import { css } from 'lit'

/** Steps of the accent on the surface: up to a half, the ink on it keeps 4.5 : 1 in both themes. */
export const retentionStyles = css`
  :host {
    container-type: inline-size;
  }
  /* Title, headline, head, every cohort there may be, words and legend: nothing below moves when the answer comes. */
  .card {
    min-block-size: calc(232px + var(--_rows, 8) * 44px);
  }
  .headline {
    display: flex;
    align-items: center;
    gap: 12px;
    min-block-size: 48px;
    margin-block: 8px;
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
    display: block;
    font-size: 14px;
    font-weight: 600;
  }
  .scroll {
    overflow-x: auto;
  }
  .scroll > table {
    inline-size: 100%;
    border-collapse: separate;
    border-spacing: 2px;
  }
  .scroll th,
  .cell {
    block-size: 42px;
    padding: 0 8px;
    font-weight: 400;
    text-align: start;
    white-space: nowrap;
  }
  .scroll thead th {
    block-size: 24px;
    color: var(--_muted);
    font-size: 12px;
    text-align: center;
  }
  .scroll thead th.figure {
    text-align: end;
  }
  .scroll th:first-child {
    position: sticky;
    inset-inline-start: 0;
    z-index: 1;
    inline-size: 136px;
    padding-inline-start: 0;
    background: var(--_surface);
    text-align: start;
  }
  .thin-mark {
    color: var(--_muted);
    font-size: 11px;
  }
  .cell {
    min-inline-size: 58px;
    border-radius: 4px;
    font-size: 11px;
    line-height: 15px;
    text-align: center;
    cursor: default;
  }
  .cell > * {
    display: block;
  }
  .cell b {
    font-size: 13px;
    font-weight: 600;
  }
  .cell.size {
    inline-size: 80px;
    text-align: end;
  }
  .cell.size b {
    font-weight: 400;
  }
  tbody tr:first-child :is(th, .cell.size b) {
    font-weight: 600;
  }
  .heat-0,
  .heat-none {
    background: var(--_sunken);
  }
  .heat-1 {
    background: color-mix(in srgb, var(--_accent) 10%, var(--_surface));
  }
  .heat-2 {
    background: color-mix(in srgb, var(--_accent) 19%, var(--_surface));
  }
  .heat-3 {
    background: color-mix(in srgb, var(--_accent) 29%, var(--_surface));
  }
  .heat-4 {
    background: color-mix(in srgb, var(--_accent) 39%, var(--_surface));
  }
  .heat-5 {
    background: color-mix(in srgb, var(--_accent) 50%, var(--_surface));
  }
  .partial:not(.size) {
    border: 1px dashed var(--_muted);
  }
  .partial.size b {
    text-decoration: underline dashed var(--_muted) 1px;
    text-underline-offset: 3px;
  }
  .cell:hover {
    outline: 1px solid var(--_muted);
    outline-offset: -1px;
  }
  .cell:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
  }
  .words {
    overflow: hidden;
    min-block-size: 36px;
    padding-block: 8px;
    font-size: 13px;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 20px;
    min-block-size: 20px;
    margin: 0 0 8px;
    padding: 0;
    color: var(--_muted);
    font-size: 12px;
    list-style: none;
  }
  .legend li {
    display: inline-flex;
    align-items: center;
    gap: 6px;
  }
  .scale {
    display: inline-flex;
    gap: 1px;
  }
  .legend i {
    inline-size: 16px;
    block-size: 12px;
    border-radius: 2px;
  }
  @container (max-width: 560px) {
    .card {
      min-block-size: calc(302px + var(--_rows, 8) * 44px);
    }
    .headline {
      min-block-size: 72px;
    }
    .scroll th:first-child {
      inline-size: 104px;
      font-size: 12px;
    }
    .scroll :is(th, .cell) {
      padding-inline: 4px;
    }
    .cell.size {
      inline-size: 56px;
    }
    .words {
      min-block-size: 56px;
    }
  }
  @media (forced-colors: active) {
    .cell:not(.size) {
      border: 1px solid GrayText;
    }
    .cell.partial:not(.size) {
      border-style: dashed;
    }
  }
`
