/** Two mistakes that shops make: a field that is not there, and a failure that nobody waits for. */
import { say } from './element.ts'

export function startBrokenButtons(): void {
  document.querySelector('[data-action=throw]')?.addEventListener('click', () => {
    say('Your parcel is … one moment.')
    const parcel = JSON.parse('{"carrier":null}') as { carrier: { name: string } }
    say(`Your parcel is with ${parcel.carrier.name}.`)
  })
  document.querySelector('[data-action=reject]')?.addEventListener('click', () => {
    say('We are writing your invoice …')
    void writeInvoice()
  })
}

async function writeInvoice(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 200))
  throw new RangeError('invoice 2041 has no order lines')
}
