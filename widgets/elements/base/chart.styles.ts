import { css } from 'lit'

/** Axes, legend, crosshair and tooltip of a chart that is read point by point. */
export const chart = css`
  .plot {
    position: relative;
    block-size: var(--_height);
    margin-block: 8px;
    border-radius: 6px;
    direction: ltr;
    touch-action: pan-y;
  }
  .plot svg {
    display: block;
    overflow: visible;
  }
  .plot > svg {
    inline-size: 100%;
    block-size: 100%;
  }
  .plot text {
    fill: var(--_muted);
    font-size: 11px;
  }
  .grid line {
    stroke: var(--_line);
  }
  .line {
    fill: none;
    stroke: var(--_accent);
    stroke-linecap: round;
    stroke-linejoin: round;
    stroke-width: 2;
  }
  .crosshair line {
    stroke: var(--_muted);
  }
  .crosshair circle {
    fill: var(--_surface);
    stroke: var(--_accent);
    stroke-width: 2;
  }
  .tooltip {
    position: absolute;
    inset-block-start: 0;
    left: 0;
    z-index: 1;
    max-inline-size: min(280px, 100%);
    padding: 8px 12px;
    border: 1px solid var(--_line);
    border-radius: 8px;
    background: var(--_surface);
    box-shadow: 0 4px 16px light-dark(#1018281f, #00000080);
    font-size: 12px;
    pointer-events: none;
    overflow-wrap: anywhere;
  }
  .tooltip strong {
    display: block;
    font-size: 16px;
    font-weight: 600;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 16px;
    min-block-size: 20px;
    margin: 0;
    margin-inline-start: auto;
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
  @media (forced-colors: active) {
    .line {
      stroke: Highlight;
    }
    .grid line,
    .crosshair line {
      stroke: GrayText;
    }
    .plot text {
      fill: CanvasText;
    }
  }
`
