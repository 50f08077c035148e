import { css } from 'lit'

export const sloBudgetStyles = css`
  :host {
    --_height: var(--sight-chart-height, 240px);
    container-type: inline-size;
  }
  .card {
    min-block-size: calc(var(--_height) + 92px);
  }
  .about {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .area {
    fill: var(--_accent-soft);
  }
  .zero {
    stroke: var(--_poor);
    stroke-dasharray: 4 4;
  }
  .even {
    fill: none;
    stroke: var(--_muted);
    stroke-dasharray: 2 4;
    stroke-linecap: round;
    stroke-width: 1.5;
  }
  .releases line {
    stroke: var(--_muted);
    opacity: 0.35;
  }
  .releases path {
    fill: var(--_muted);
  }
  .release-names {
    margin-block-start: 4px;
    font-weight: 500;
  }
  @container (max-width: 720px) {
    .card {
      min-block-size: calc(var(--_height) + 114px);
    }
  }
  @container (max-width: 480px) {
    .legend {
      margin-inline-start: 0;
    }
    .card {
      min-block-size: calc(var(--_height) + 138px);
    }
  }
  @media (forced-colors: active) {
    .area {
      fill: none;
    }
    .even,
    .zero {
      stroke: CanvasText;
    }
  }
`
