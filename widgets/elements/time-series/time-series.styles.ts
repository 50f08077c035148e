import { css } from 'lit'

export const timeSeriesStyles = css`
  :host {
    --_height: var(--sight-chart-height, 280px);
    min-block-size: calc(var(--_height) + 108px);
  }
  .card {
    min-block-size: inherit;
  }
  .plot {
    position: relative;
    block-size: var(--_height);
    margin-block: 8px;
    border-radius: 6px;
    direction: ltr;
    touch-action: pan-y;
  }
  svg {
    display: block;
    overflow: visible;
  }
  .plot > svg {
    inline-size: 100%;
    block-size: 100%;
  }
  .grid line {
    stroke: var(--_line);
  }
  text {
    fill: var(--_muted);
    font-size: 11px;
  }
  .views rect {
    fill: var(--_muted);
    opacity: 0.18;
  }
  .band {
    fill: var(--_accent-soft);
  }
  .line {
    fill: none;
    stroke: var(--_accent);
    stroke-linecap: round;
    stroke-linejoin: round;
    stroke-width: 2;
  }
  .dot {
    fill: var(--_accent);
    stroke: var(--_accent);
    stroke-width: 1.5;
  }
  .dot.thin {
    fill: var(--_surface);
  }
  .threshold line {
    stroke: currentColor;
    stroke-dasharray: 4 4;
  }
  .threshold text {
    fill: currentColor;
    paint-order: stroke;
    stroke: var(--_surface);
    stroke-width: 4px;
    stroke-linejoin: round;
  }
  .crosshair line {
    stroke: var(--_muted);
  }
  .crosshair circle {
    fill: var(--_surface);
    stroke: var(--_accent);
    stroke-width: 2;
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
    .line,
    .dot {
      stroke: Highlight;
    }
    .band {
      fill: none;
      stroke: GrayText;
    }
    .grid line,
    .crosshair line {
      stroke: GrayText;
    }
    text,
    .threshold text {
      fill: CanvasText;
      stroke: none;
    }
  }
`
