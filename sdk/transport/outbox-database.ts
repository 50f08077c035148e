/** The one IndexedDB database of Sightline's on an origin: whoever withdraws consent has nothing else to delete. */
export const OUTBOX_DATABASE = 'sightline'
