import { css } from 'lit'

export const distributionStyles = css`
  :host {
    --_height: var(--sight-chart-height, 300px);
    min-block-size: calc(var(--_height) + 156px);
  }
  .card {
    min-block-size: inherit;
  }
  .bands rect {
    fill: var(--_mark, currentColor);
    opacity: 0.07;
  }
  .feet rect {
    fill: var(--_mark, currentColor);
  }
  .plot .feet text {
    fill: currentColor;
  }
  .percentiles line {
    stroke: var(--_ink);
    stroke-dasharray: 3 3;
  }
  .plot :is(.feet, .percentiles) text {
    paint-order: stroke;
    stroke: var(--_surface);
    stroke-width: 4px;
    stroke-linejoin: round;
  }
  .plot .percentiles text {
    fill: var(--_ink);
    font-size: 12px;
    font-weight: 600;
  }
  .plot .percentiles .q {
    fill: var(--_muted);
    font-weight: 400;
  }
  .sums {
    max-inline-size: 420px;
  }
  .sums .shares {
    margin-block-start: 6px;
  }
  details {
    margin-block-start: 8px;
  }
  @media (forced-colors: active) {
    .bands rect {
      fill: none;
    }
    .feet rect {
      fill: GrayText;
    }
    .plot :is(.feet, .percentiles) text {
      stroke: none;
    }
    .percentiles line {
      stroke: CanvasText;
    }
  }
`
