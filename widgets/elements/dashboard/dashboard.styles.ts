import { css } from 'lit'

export const dashboardStyles = css`
  :host {
    --_page: var(--sight-page, light-dark(#f6f7f9, #0d1014));
    container-type: inline-size;
    background: var(--_page);
  }
  .bar {
    position: sticky;
    inset-block-start: 0;
    z-index: 2;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
    min-block-size: 56px;
    padding: 8px 16px;
    background: var(--_page);
  }
  :is(h2, ::slotted([slot='heading'])) {
    margin: 0;
    font-size: 20px;
    font-weight: 600;
    letter-spacing: -0.015em;
    line-height: 28px;
  }
  .controls {
    display: flex;
    flex: 1;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: 8px 16px;
    min-inline-size: 0;
  }
  .wall-switch {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    block-size: 32px;
    padding: 0 12px;
    border: 1px solid var(--_line);
    border-radius: 8px;
    background: var(--_surface);
    font-size: 13px;
    font-weight: 500;
  }
  .wall-switch:hover {
    border-color: var(--_muted);
  }
  .wall-switch svg {
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
  }
  .grid {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
    padding: 0 16px 16px;
  }
  .grid[data-waiting] {
    visibility: hidden;
  }
  ::slotted(*) {
    min-inline-size: 0;
  }
  ::slotted(:is(h2, h3):not([slot])) {
    grid-column: 1 / -1 !important;
    margin: 12px 0 -4px;
    font-size: 16px;
    font-weight: 600;
    letter-spacing: -0.01em;
  }
  @container (max-width: 599px) {
    .controls {
      flex-basis: 100%;
      justify-content: flex-start;
    }
    .wall-switch {
      display: none;
    }
  }
  @container (min-width: 600px) {
    .grid {
      grid-template-columns: repeat(6, minmax(0, 1fr));
    }
    ::slotted(:not([slot])) {
      grid-column: span var(--_medium, 3);
    }
  }
  @container (min-width: 960px) {
    .grid {
      grid-template-columns: repeat(12, minmax(0, 1fr));
    }
    ::slotted(:not([slot])) {
      grid-column: span var(--_wide, 4);
      grid-row: span var(--_deep, 1);
    }
  }
  :host([wall]) {
    min-block-size: 100vb;
  }
  :host(:fullscreen) {
    overflow: auto;
  }
  :host([wall]) .controls {
    display: none;
  }
  :host([wall]) .bar {
    justify-content: space-between;
  }
  :host([wall]) .wall-switch:not(:hover, :focus-visible) {
    opacity: 0.55;
  }
  :host([wall]) h2 {
    font-size: 26px;
    line-height: 36px;
  }
  @container (min-width: 960px) {
    :host([wall]) .grid {
      min-block-size: calc(100vb - 56px);
      grid-auto-rows: minmax(min-content, 1fr);
    }
  }
  @media print {
    :host {
      --_page: #fff;
    }
    .bar {
      position: static;
      padding-inline: 0;
    }
    .grid {
      display: block;
      padding: 0;
    }
    .wall-switch {
      display: none;
    }
    ::slotted(*) {
      break-inside: avoid;
    }
  }
`
