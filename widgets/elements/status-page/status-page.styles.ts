import { css } from 'lit'

export const statusPageStyles = css`
  :host {
    container-type: inline-size;
  }
  :host,
  .skeleton {
    min-block-size: 420px;
  }
  .body {
    display: flex;
    flex-direction: column;
    gap: 24px;
  }
  .banner {
    --_tone: var(--_mark, currentColor);
    display: grid;
    grid-template-columns: auto 1fr auto;
    align-items: center;
    gap: 4px 12px;
    padding: 20px;
    border: 1px solid color-mix(in srgb, var(--_tone) 45%, transparent);
    border-radius: var(--_radius);
    background: color-mix(in srgb, var(--_tone) 10%, var(--_surface));
  }
  .banner .mark {
    inline-size: 20px;
    block-size: 20px;
  }
  .banner time {
    color: var(--_muted);
    font-size: 13px;
  }
  .box {
    padding: 20px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .incident {
    border-inline-start: 4px solid var(--_muted);
  }
  .incident.minor {
    border-inline-start-color: var(--_needs-improvement-mark);
  }
  .incident.major {
    border-inline-start-color: var(--_poor);
  }
  h2 {
    margin-block-end: 12px;
    font-size: 17px;
    font-weight: 600;
  }
  .banner h2 {
    margin: 0;
    color: var(--_ink);
    font-size: 20px;
    line-height: 1.25;
  }
  .name {
    min-inline-size: 0;
    font-size: 15px;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  ul,
  ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .component + .component {
    margin-block-start: 20px;
    padding-block-start: 20px;
    border-block-start: 1px solid var(--_line);
  }
  .components + details {
    margin-block-start: 16px;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 2px 16px;
  }
  .now {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    font-weight: 500;
    white-space: nowrap;
  }
  .about {
    color: var(--_muted);
    font-size: 13px;
    overflow-wrap: anywhere;
  }
  .strip {
    position: relative;
    margin-block: 10px 6px;
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
  }
  .days span {
    position: absolute;
    inset-block: 0;
    border-radius: 2px;
  }
  .day {
    fill: var(--_mark, currentColor);
  }
  .day.none {
    color: var(--_muted);
    opacity: 0.5;
  }
  .ends {
    display: flex;
    align-items: center;
    gap: 12px;
    color: var(--_muted);
    font-size: 12px;
    direction: ltr;
  }
  .ends span {
    white-space: nowrap;
  }
  .ends i {
    flex: 1;
    block-size: 1px;
    background: var(--_line);
  }
  .ends b {
    font-weight: 500;
  }
  .tooltip {
    inset-block-start: 40px;
    inline-size: max-content;
  }
  .tooltip strong {
    display: block;
    font-size: 14px;
  }
  .updates {
    margin-block-start: 12px;
  }
  .updates li {
    position: relative;
    padding-block-end: 12px;
    padding-inline-start: 20px;
    border-inline-start: 1px solid var(--_line);
  }
  .updates li:last-child {
    padding-block-end: 0;
  }
  .updates li::before {
    position: absolute;
    inset-block-start: 7px;
    inset-inline-start: -4px;
    inline-size: 7px;
    block-size: 7px;
    border-radius: 50%;
    background: var(--_muted);
    content: '';
  }
  .updates time {
    color: var(--_muted);
    font-size: 12px;
  }
  .message {
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
  .past > li {
    padding-block: 12px;
    border-block-start: 1px solid var(--_line);
  }
  .past details {
    font-size: 14px;
  }
  .past details > summary {
    inline-size: auto;
    color: inherit;
  }
  .past summary .muted {
    display: block;
    padding-inline-start: 16px;
    font-size: 13px;
  }
  footer {
    margin-block-start: 16px;
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 8px 24px;
    padding-block-start: 16px;
    border-block-start: 1px solid var(--_line);
    font-size: 12px;
  }
  @container (max-width: 480px) {
    .banner,
    .box {
      padding: 16px;
    }
    .banner time {
      grid-column: 2;
    }
    .ends {
      flex-wrap: wrap;
      justify-content: space-between;
      gap: 0 12px;
    }
    .ends i {
      display: none;
    }
    .ends b {
      order: 1;
      inline-size: 100%;
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
