import { css } from 'lit'

export const flagStyles = css`
  :host {
    container-type: inline-size;
  }
  .card {
    /* Two variants, every metric once, and some guardrails. */
    min-block-size: calc(314px + var(--_rows, 4) * 49px);
  }
  .name {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .variants,
  .guardrails {
    display: grid;
    gap: 4px;
    margin: 8px 0 0;
    padding: 0;
    list-style: none;
  }
  .variants li {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 3fr) auto;
    gap: 16px;
    align-items: center;
    min-block-size: 26px;
  }
  .variant {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  b {
    font-weight: 600;
  }
  .tag {
    margin-inline-start: 4px;
    padding: 1px 6px;
    border: 1px solid var(--_line);
    border-radius: 99px;
    color: var(--_muted);
    font-size: 11px;
  }
  .split {
    display: block;
    inline-size: 100%;
    block-size: 14px;
  }
  :is(.split, .interval):dir(rtl) {
    transform: scaleX(-1);
  }
  .track {
    fill: var(--_sunken);
  }
  .fill {
    fill: var(--_accent);
  }
  .split line {
    stroke: var(--_ink);
    stroke-width: 1.5;
  }
  .sessions {
    min-inline-size: 200px;
    text-align: end;
    white-space: nowrap;
  }
  .ratio {
    min-block-size: 18px;
    margin-block: 8px 0;
    color: var(--_muted);
    font-size: 12px;
  }
  .mismatch {
    display: flex;
    gap: 8px;
    padding: 8px 12px;
    border: 1px solid var(--_needs-improvement-mark);
    border-radius: 6px;
    color: var(--_ink);
    font-size: 13px;
  }
  table.compare {
    inline-size: 100%;
    margin-block: 12px 4px;
    border-collapse: collapse;
    table-layout: fixed;
  }
  .compare :is(th, td) {
    padding: 4px 8px;
    font-weight: 400;
    text-align: start;
    vertical-align: middle;
  }
  .compare :is(th, td):first-child {
    padding-inline-start: 0;
  }
  .compare :is(th, td):last-child {
    padding-inline-end: 0;
  }
  .compare thead :is(th, td) {
    block-size: 24px;
    padding-block: 0;
    border-block-end: 1px solid var(--_line);
    color: var(--_muted);
    font-size: 12px;
    white-space: nowrap;
  }
  .compare tbody tr:not(.group) > * {
    block-size: 48px;
    border-block-end: 1px solid var(--_line);
  }
  .group th {
    padding-block-start: 12px;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .compare .figure {
    text-align: end;
    white-space: nowrap;
  }
  .compare small {
    display: block;
    overflow: hidden;
    color: var(--_muted);
    font-size: 11px;
    text-overflow: ellipsis;
  }
  .axis {
    display: flex;
    justify-content: space-between;
    direction: ltr;
  }
  .metric {
    display: block;
    overflow-wrap: anywhere;
  }
  .verdict {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    font-size: 12px;
    white-space: nowrap;
  }
  .col-metric {
    inline-size: 178px;
  }
  .col-values {
    inline-size: 178px;
  }
  .col-change {
    inline-size: 122px;
  }
  .col-p {
    inline-size: 84px;
  }
  .interval {
    display: block;
    inline-size: 100%;
    block-size: 28px;
    overflow: visible;
  }
  .zero {
    stroke: var(--_line);
  }
  .span {
    stroke: var(--_mark, currentColor);
    stroke-width: 3;
    opacity: 0.45;
  }
  .stem {
    stroke: var(--_mark, currentColor);
    stroke-width: 1.5;
    opacity: 0.7;
  }
  .point {
    fill: var(--_mark, currentColor);
    stroke: var(--_surface);
    stroke-width: 1.5;
    paint-order: stroke;
  }
  .part {
    margin: 12px 0 0;
    color: var(--_muted);
    font: 400 12px var(--_font);
  }
  .guardrails li {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    font-size: 13px;
  }
  .guardrails .verdict {
    inline-size: 92px;
  }
  .none {
    display: flex;
    align-items: center;
    justify-content: center;
    min-block-size: 58px;
    margin-block-start: 8px;
    padding: 8px 16px;
    border-radius: 6px;
    background: var(--_sunken);
    color: var(--_muted);
    font-size: 12px;
    text-align: center;
  }
  .table {
    margin-block-start: 8px;
  }
  @container (max-width: 760px) {
    .values,
    .col-values {
      display: none;
    }
  }
  @container (max-width: 520px) {
    .p,
    .col-p {
      display: none;
    }
    .compare .figure:nth-last-child(2) {
      padding-inline-end: 0;
    }
    .col-metric {
      inline-size: 36%;
    }
    .card header > * {
      display: block;
      inline-size: 100%;
    }
    .col-change {
      inline-size: 100px;
    }
    .compare :is(th, td) {
      padding-inline: 4px;
    }
    .middle {
      display: none;
    }
    .verdict {
      white-space: normal;
    }
    .variants li {
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 0 12px;
    }
    .split {
      grid-row: 2;
      grid-column: 1 / -1;
    }
    .sessions {
      min-inline-size: 0;
      font-size: 12px;
    }
    .card {
      min-block-size: calc(372px + var(--_rows, 4) * 49px);
    }
  }
  @container (max-width: 400px) {
    .card {
      min-block-size: calc(412px + var(--_rows, 4) * 70px);
    }
    .col-metric {
      inline-size: 108px;
    }
  }
  @media (forced-colors: active) {
    .fill,
    .point {
      fill: Highlight;
    }
    .track {
      fill: Canvas;
      stroke: GrayText;
    }
    .span,
    .stem,
    .zero,
    .split line {
      stroke: CanvasText;
    }
  }
`
