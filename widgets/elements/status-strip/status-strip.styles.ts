import { css } from 'lit'

export const statusStripStyles = css`
  :host {
    container-type: inline-size;
  }
  .card {
    min-block-size: 196px;
  }
  .name {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .now {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    margin-inline-start: auto;
    font-weight: 600;
    white-space: nowrap;
  }
  .strip {
    position: relative;
    margin-block: 12px 4px;
    direction: ltr;
  }
  .strip > svg {
    display: block;
    inline-size: 100%;
    block-size: 32px;
    overflow: visible;
  }
  .days {
    position: absolute;
    inset: 0;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .days span {
    position: absolute;
    inset-block: 0;
    border-radius: 2px;
  }
  .days span:focus-visible {
    outline-offset: 1px;
  }
  .day {
    fill: var(--_mark, currentColor);
  }
  .day.none,
  .key .none {
    color: var(--_muted);
    opacity: 0.5;
  }
  .ends {
    display: flex;
    justify-content: space-between;
    gap: 12px;
    min-block-size: 18px;
    color: var(--_muted);
    font-size: 12px;
    direction: ltr;
  }
  .share {
    margin-block-start: 4px;
    font-size: 13px;
  }
  .share b {
    font-weight: 600;
  }
  .key {
    display: flex;
    flex-wrap: wrap;
    gap: 0 14px;
    min-block-size: 18px;
    margin: 4px 0 0;
    padding: 0;
    color: var(--_muted);
    font-size: 12px;
    list-style: none;
  }
  .key li {
    display: inline-flex;
    align-items: center;
    gap: 6px;
  }
  .tooltip {
    inset-block-start: 40px;
    inline-size: max-content;
  }
  .tooltip strong {
    display: flex;
    align-items: center;
    gap: 6px;
    font-size: 14px;
  }
  .table {
    margin-block-start: 8px;
  }
  .card:has(.tooltip) {
    overflow: visible;
  }
  @container (max-width: 480px) {
    .card {
      min-block-size: 232px;
    }
  }
  @media (forced-colors: active) {
    .day {
      fill: CanvasText;
    }
    .day.none {
      fill: GrayText;
    }
  }
`
