/* Generated from the operations of the widgets by `npm run build`. Do not edit. */
export const DOCUMENT_IDS: Readonly<Record<string, string>> = {
  Alerts: 'sha256:0038c9abc46d222a05ac4265f0feb6a902fe6d755d8a039a3d5d5b556879d6d4',
  Arrival: 'sha256:2bea3f5d06c4265343c01fb093a8e43180399fe5ce2a3427feba8e7b4682f20f',
  Breakdown: 'sha256:f457f274fb260cf1607f738eb9f0541cf47748f7f9ae4322292a39181dd2d948',
  Console: 'sha256:55cc2696a9d31430489106cff433b93d4bf8e4f7a09ca6a6b148a9cb0f2c9999',
  Flag: 'sha256:6907cf4046f1f3d8b78d41e4c22f963e866b87bdb61a3731fabae5dd86750f82',
  SessionTimeline: 'sha256:ecef4608395117a4d443ea56d3f9d79be475d1f174d7628823c0db218502b0d0',
  Sessions: 'sha256:3ae8902f7f460c5b37c51e579e5f4d23844c146173d88ec64b76c7d73d7f409b',
  Slo: 'sha256:3b0ada58441da9a147074dcda21a3f422ade09c44cab330ac6c5cfee4c7d291d',
  SloBudget: 'sha256:e8faa2eb5e328a8a09bdefd4f878f9aeea6e41263aee917521c1b839ff4fad65',
  Slos: 'sha256:8ae6d40ad495a7be09bc31ca97d267f43d6ef7a7ba461ce4a570a3d9bb00550c',
  StatusStrip: 'sha256:2bec7a68992341f004d1efbb40f989e58bc63e2f1ba1777cdf4257a076324932',
  TimeSeries: 'sha256:2a270e92d4c9ccc47cfe84ba3ecdd7332afd7d1e5fbccd63109b2ce9701e8e31',
  VitalCard: 'sha256:bdd0fe06bfbe3aa8da16be1c79aa89d39bf6186677f30459a0695bc93ee718c1',
}
