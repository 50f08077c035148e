import { css } from 'lit'

export const sloStyles = css`
  :host {
    container-type: inline-size;
  }
  .card {
    min-block-size: calc(340px + var(--_burners, 4) * 29px);
  }
  .body {
    display: flex;
    flex-direction: column;
  }
  .no-split {
    display: flex;
    flex: 1;
    align-items: center;
    justify-content: center;
    min-block-size: 48px;
    margin-block-start: 12px;
    padding: 8px 16px;
    border-radius: 6px;
    background: var(--_sunken);
    color: var(--_muted);
    font-size: 12px;
    text-align: center;
  }
  .card header {
    flex-wrap: nowrap;
  }
  .name {
    flex-shrink: 0;
    max-inline-size: 100%;
  }
  .name,
  .about,
  .key,
  thead th {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 5fr) minmax(0, 6fr);
    gap: 8px 32px;
    margin-block-start: 8px;
  }
  .rating {
    display: flex;
    align-items: center;
    gap: 6px;
    min-block-size: 24px;
    font-weight: 600;
  }
  .thin {
    padding: 1px 6px;
    border: 1px solid var(--_line);
    border-radius: 99px;
    color: var(--_muted);
    font-size: 11px;
    font-weight: 500;
  }
  .value {
    font-size: 32px;
    font-weight: 600;
    letter-spacing: -0.025em;
    line-height: 40px;
  }
  .unit {
    color: var(--_muted);
    font-size: 16px;
    font-weight: 500;
    letter-spacing: 0;
    white-space: nowrap;
  }
  .facts {
    color: var(--_muted);
    font-size: 12px;
  }
  .ahead {
    margin-block-start: 8px;
    min-block-size: 36px;
  }
  .late {
    color: var(--_needs-improvement);
  }
  .budget {
    margin-block-start: 16px;
  }
  .budget-head {
    display: flex;
    justify-content: space-between;
    gap: 12px;
    font-weight: 500;
  }
  svg.budget-bar {
    display: block;
    inline-size: 100%;
    block-size: 8px;
    margin-block: 6px;
    border-radius: 4px;
  }
  svg:is(.budget-bar, .rate-bar):dir(rtl) {
    transform: scaleX(-1);
  }
  .track {
    fill: var(--_sunken);
  }
  .left {
    fill: var(--_mark, currentColor);
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    table-layout: fixed;
  }
  th,
  td {
    block-size: 28px;
    padding: 0 8px;
    font-weight: 400;
    text-align: start;
    white-space: nowrap;
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
  .figure {
    text-align: end;
  }
  .col-over {
    inline-size: 52px;
  }
  .col-rate {
    inline-size: 84px;
  }
  .col-bad {
    inline-size: 132px;
  }
  .rate[data-fast] {
    font-weight: 700;
  }
  .rate-bar {
    display: block;
    inline-size: 100%;
    block-size: 14px;
    overflow: visible;
  }
  .rate-bar line {
    stroke: var(--_ink);
    stroke-width: 1.5;
  }
  .rules {
    display: flex;
    flex-direction: column;
    gap: 4px;
    min-block-size: 60px;
    margin: 12px 0 0;
    padding: 0;
    font-size: 12px;
    list-style: none;
  }
  .rules li {
    display: flex;
    gap: 8px;
  }
  .rules .mark {
    inline-size: 10px;
    block-size: 10px;
  }
  b {
    font-weight: 600;
  }
  .rule {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .burners {
    margin-block-start: 16px;
  }
  .col-share {
    inline-size: 84px;
  }
  .col-beyond {
    inline-size: 116px;
  }
  .col-good {
    inline-size: 80px;
  }
  .key {
    display: block;
    max-inline-size: 100%;
    border-radius: 4px;
  }
  button.key:hover {
    color: var(--_accent);
  }
  button.key:focus-visible {
    outline-offset: -2px;
  }
  tbody tr:has(button):hover {
    background: var(--_sunken);
  }
  @container (max-width: 800px) {
    .card {
      min-block-size: calc(394px + var(--_burners, 4) * 29px);
    }
  }
  @container (max-width: 620px) {
    .card header {
      display: block;
      min-block-size: 41px;
    }
    .about {
      display: block;
    }
    .card {
      min-block-size: calc(590px + var(--_burners, 4) * 29px);
    }
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @container (max-width: 400px) {
    .card {
      min-block-size: calc(622px + var(--_burners, 4) * 29px);
    }
    .good-cell,
    .col-good {
      display: none;
    }
    .col-beyond {
      inline-size: 104px;
    }
    .col-bad {
      inline-size: 112px;
    }
    .col-rate {
      inline-size: 76px;
    }
  }
  @media (forced-colors: active) {
    .track {
      fill: Canvas;
      stroke: GrayText;
    }
    .left {
      fill: Highlight;
    }
    .rate-bar line {
      stroke: CanvasText;
    }
  }
`
