import { css } from 'lit'

export const errorsStyles = css`
  :host {
    /* Title, controls, head, every row there may be and the button below them. */
    min-block-size: calc(196px + var(--_rows, 10) * 57px);
    container-type: inline-size;
  }
  .card {
    min-block-size: inherit;
  }
  tbody :is(th, td) {
    block-size: 56px;
  }
  .open .type {
    font-weight: 600;
  }
  .meta {
    display: flex;
    align-items: center;
    gap: 8px;
    margin-block-start: 2px;
    color: var(--_muted);
    font-size: 12px;
  }
  .meta > span:last-child {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .col-trend {
    inline-size: 152px;
  }
  .col-events {
    inline-size: 80px;
  }
  .col-sessions {
    inline-size: 80px;
  }
  .col-share {
    inline-size: 96px;
  }
  @container (max-width: 760px) {
    .trend,
    .col-trend {
      display: none;
    }
  }
  @container (max-width: 520px) {
    .card {
      min-block-size: calc(236px + var(--_rows, 10) * 57px);
    }
    .events,
    .col-events,
    .share,
    .col-share {
      display: none;
    }
    td.sessions,
    th.sessions {
      padding-inline-end: 0;
    }
    .search {
      flex: 1 1 100%;
    }
  }
`
