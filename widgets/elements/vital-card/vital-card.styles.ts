import { css } from 'lit'

export const vitalCardStyles = css`
  :host {
    min-block-size: 266px;
    container-type: inline-size;
  }
  .card {
    min-block-size: inherit;
    transition: border-color 0.15s;
  }
  :host([selectable]) .card:hover {
    border-color: var(--_muted);
  }
  :host([selected]) .card {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }
  .choose::after {
    content: '';
    position: absolute;
    inset: 0;
    border-radius: var(--_radius);
  }
  .choose:focus-visible {
    outline: none;
  }
  .choose:focus-visible::after {
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
  }
  .name {
    overflow: hidden;
    color: var(--_muted);
    font-size: 12px;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .headline {
    display: flex;
    align-items: center;
    gap: 16px;
    margin-block: 8px 4px;
  }
  .value {
    font-size: 32px;
    font-weight: 600;
    letter-spacing: -0.025em;
    line-height: 40px;
    white-space: nowrap;
  }
  .unit {
    margin-inline-start: 3px;
    color: var(--_muted);
    font-size: 16px;
    font-weight: 500;
    letter-spacing: 0;
  }
  .sparkline {
    flex: 1;
    inline-size: 100%;
    min-inline-size: 0;
    block-size: 32px;
    direction: ltr;
    overflow: visible;
  }
  .sparkline path {
    fill: none;
    stroke: var(--_accent);
    stroke-linecap: round;
    stroke-linejoin: round;
    stroke-width: 1.5;
    vector-effect: non-scaling-stroke;
  }
  .sparkline .dot {
    stroke-width: 5;
  }
  .rating {
    display: flex;
    align-items: center;
    gap: 6px;
    min-block-size: 24px;
    font-weight: 600;
    white-space: nowrap;
  }
  .facts {
    min-block-size: 18px;
    color: var(--_muted);
    font-size: 12px;
    white-space: nowrap;
  }
  @container (max-width: 240px) {
    .title,
    .name {
      display: block;
    }
    .rating {
      font-size: 12px;
    }
    .word {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }
  .table {
    position: relative;
    z-index: 1;
    margin-block-start: 8px;
  }
`
