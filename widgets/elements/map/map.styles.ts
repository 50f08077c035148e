import { css } from 'lit'

/** Steps of one direction: the more a country stands out, the worse or the more, so that it reads without colour too. */
export const mapStyles = css`
  :host {
    container-type: inline-size;
    min-block-size: calc(var(--_map) + 166px);
  }
  .card {
    min-block-size: inherit;
  }
  .plot {
    block-size: auto;
    touch-action: manipulation;
  }
  .plot > svg {
    aspect-ratio: 1000 / 456;
    block-size: auto;
  }
  .plot text {
    fill: var(--_ink);
    paint-order: stroke;
    stroke: var(--_surface);
    stroke-linejoin: round;
    stroke-width: calc(3 * var(--_px));
    font-size: calc(11 * var(--_px));
    font-weight: 600;
    text-anchor: middle;
  }
  .plot path,
  .plot circle {
    vector-effect: non-scaling-stroke;
  }
  .quiet {
    fill: var(--_sunken);
    stroke: var(--_surface);
    stroke-width: 0.75;
  }
  .country {
    cursor: pointer;
    outline: none;
  }
  .land {
    fill: color-mix(in srgb, var(--_mark, var(--_hue, var(--_accent))) var(--_depth, 0%), var(--_surface));
    stroke: var(--_surface);
    stroke-width: 0.75;
  }
  .unmeasured .land {
    fill: var(--_sunken);
    stroke: var(--_muted);
  }
  :is(.good, .poor) {
    --_hue: currentColor;
  }
  .step-1 {
    --_depth: 22%;
  }
  .step-2 {
    --_depth: 38%;
  }
  .step-3 {
    --_depth: 54%;
  }
  .step-4 {
    --_depth: 70%;
  }
  .step-5 {
    --_depth: 85%;
  }
  .step-6 {
    --_depth: 100%;
  }
  .thin {
    fill: url(#hatch);
    pointer-events: none;
  }
  .hatch {
    fill: var(--_ink);
    opacity: 0.65;
  }
  .looked {
    fill: none;
    stroke: var(--_ink);
    stroke-width: 2;
    stroke-linejoin: round;
    pointer-events: none;
  }
  .country:focus-visible .land {
    stroke: var(--_accent);
    stroke-width: 5;
  }
  .plot g > text {
    pointer-events: none;
  }
  .tooltip {
    max-inline-size: min(260px, 100%);
    white-space: normal;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 16px;
    min-block-size: 28px;
    color: var(--_muted);
    font-size: 12px;
  }
  .legend > span {
    display: inline-flex;
    align-items: center;
    gap: 6px;
  }
  .scale {
    inline-size: 240px;
    block-size: 28px;
    direction: ltr;
  }
  .scale rect {
    fill: color-mix(in srgb, var(--_mark, var(--_hue, var(--_accent))) var(--_depth, 0%), var(--_surface));
  }
  .scale text {
    fill: var(--_muted);
    font-size: 11px;
  }
  .quiet-key,
  .thin-key {
    inline-size: 16px;
    block-size: 10px;
    border-radius: 2px;
    background: var(--_sunken);
  }
  .thin-key {
    background: repeating-linear-gradient(-45deg, var(--_muted) 0 1.5px, var(--_sunken) 1.5px 4px);
  }
  .sums {
    min-block-size: 26px;
  }
  details {
    margin-block-start: 8px;
  }
  @container (max-width: 480px) {
    .card {
      min-block-size: calc(var(--_map) + 204px);
    }
    .legend {
      min-block-size: 50px;
    }
    .sums {
      min-block-size: 44px;
    }
  }
  @media (forced-colors: active) {
    .land,
    .scale rect {
      fill: color-mix(in srgb, Highlight var(--_depth, 0%), Canvas);
      stroke: CanvasText;
    }
    .quiet {
      fill: Canvas;
      stroke: GrayText;
    }
    .looked {
      stroke: CanvasText;
    }
    .plot text {
      stroke: Canvas;
      fill: CanvasText;
    }
    .hatch {
      fill: CanvasText;
    }
    .quiet-key,
    .thin-key {
      border: 1px solid GrayText;
    }
  }
`
