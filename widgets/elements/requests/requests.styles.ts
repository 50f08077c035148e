import { css } from 'lit'

export const requestsStyles = css`
  :host {
    /* Title, controls, head, every row there may be and the button below them. */
    min-block-size: calc(196px + var(--_rows, 10) * 45px);
    container-type: inline-size;
  }
  .card {
    min-block-size: inherit;
  }
  tbody :is(th, td) {
    block-size: 44px;
  }
  .method {
    display: inline-block;
    min-inline-size: 44px;
    margin-inline-end: 8px;
    color: var(--_muted);
    font-size: 12px;
    font-weight: 600;
  }
  .failing {
    color: var(--_poor);
    font-weight: 600;
  }
  .col-trend {
    inline-size: 152px;
  }
  .col-p75 {
    inline-size: 92px;
  }
  .col-failures {
    inline-size: 92px;
  }
  .col-count {
    inline-size: 92px;
  }
  .col-time {
    inline-size: 128px;
  }
  @container (max-width: 860px) {
    .trend,
    .col-trend,
    .time,
    .col-time {
      display: none;
    }
    td.count,
    th.count {
      padding-inline-end: 0;
    }
  }
  @container (max-width: 520px) {
    .host {
      display: none;
    }
    .card {
      min-block-size: calc(236px + var(--_rows, 10) * 45px);
    }
    .count,
    .col-count {
      display: none;
    }
    .col-p75,
    .col-failures {
      inline-size: 76px;
    }
    .method {
      min-inline-size: 0;
      margin-inline-end: 4px;
    }
    td.failures,
    th.failures {
      padding-inline-end: 0;
    }
    .search {
      flex: 1 1 100%;
    }
  }
`
