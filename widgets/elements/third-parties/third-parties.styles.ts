import { css } from 'lit'

export const thirdPartiesStyles = css`
  :host {
    /* Title, head, every row there may be and the button below them. */
    min-block-size: calc(152px + var(--_rows, 10) * 37px);
    container-type: inline-size;
  }
  .card {
    min-block-size: inherit;
  }
  tbody :is(th, td) {
    block-size: 36px;
  }
  .failing {
    color: var(--_poor);
    font-weight: 600;
  }
  .col-views,
  .col-time,
  .col-size,
  .col-failures {
    inline-size: 88px;
  }
  .col-blocking {
    inline-size: 116px;
  }
  @container (max-width: 640px) {
    .views,
    .col-views,
    .size,
    .col-size {
      display: none;
    }
  }
  @container (max-width: 460px) {
    .failures,
    .col-failures {
      display: none;
    }
    td.blocking,
    th.blocking {
      padding-inline-end: 0;
    }
    .col-time {
      inline-size: 84px;
    }
    .col-blocking {
      inline-size: 92px;
    }
  }
`
