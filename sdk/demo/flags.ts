const KEY = 'kettle-and-leaf.new-checkout'

/** The flag `new-checkout`, drawn by chance once for a session of the shop and reported where it is used. */
export function checkoutVariant(): 'on' | 'off' {
  const known = sessionStorage.getItem(KEY)
  const variant = known === 'on' || known === 'off' ? known : Math.random() < 0.5 ? 'on' : 'off'
  sessionStorage.setItem(KEY, variant)
  window.sightline?.flag('new-checkout', variant, 'SPLIT')
  return variant
}
