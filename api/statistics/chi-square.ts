/** The chi-square distribution. */

/** The share above x: Q(degrees / 2, x / 2) of the incomplete gamma function (Numerical Recipes, 3rd ed., 6.2). */
export function chiSquareAbove(x: number, degrees: number): number {
  if (!(x > 0)) return 1
  const a = degrees / 2
  return x / 2 < a + 1 ? 1 - lowerSeries(a, x / 2) : upperFraction(a, x / 2)
}

const EPSILON = 1e-15

function lowerSeries(a: number, x: number): number {
  let term = 1 / a
  let sum = term
  for (let n = a + 1; term > sum * EPSILON; n++) {
    term *= x / n
    sum += term
  }
  return sum * Math.exp(-x + a * Math.log(x) - lnGamma(a))
}

/** By Lentz's method. */
function upperFraction(a: number, x: number): number {
  const tiny = 1e-300
  let b = x + 1 - a
  let c = 1 / tiny
  let d = 1 / b
  let h = d
  for (let i = 1; i < 500; i++) {
    const an = -i * (i - a)
    b += 2
    d = 1 / nonZero(an * d + b, tiny)
    c = nonZero(b + an / c, tiny)
    h *= d * c
    if (Math.abs(d * c - 1) < EPSILON) break
  }
  return Math.exp(-x + a * Math.log(x) - lnGamma(a)) * h
}

function nonZero(value: number, tiny: number): number {
  return Math.abs(value) < tiny ? tiny : value
}

/** ln Γ(a) of a half or a whole: Γ(a + 1) = a · Γ(a), from Γ(½) = √π and Γ(1) = 1. */
function lnGamma(a: number): number {
  let sum = 0
  let rest = a
  for (; rest > 1; rest--) sum += Math.log(rest - 1)
  return sum + (rest === 0.5 ? Math.log(Math.PI) / 2 : 0)
}
