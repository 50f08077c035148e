/* Generated from the operations of the widgets by `npm run build`. Do not edit. */
export const DOCUMENT_IDS: Readonly<Record<string, string>> = {
  Arrival: 'sha256:2bea3f5d06c4265343c01fb093a8e43180399fe5ce2a3427feba8e7b4682f20f',
  Breakdown: 'sha256:f457f274fb260cf1607f738eb9f0541cf47748f7f9ae4322292a39181dd2d948',
  Console: 'sha256:55cc2696a9d31430489106cff433b93d4bf8e4f7a09ca6a6b148a9cb0f2c9999',
  Funnel: 'sha256:00a16c7e7f19673ca7e63f7a43925da63ce14c7205b4f7d6ab954b3f3d3e4204',
  Paths: 'sha256:09010ead01b2d2ad16bcbb402f147c59b6716c1b8b14a463deae17e518d1ce3d',
  Retention: 'sha256:db7e098072ed27432f33d369ba9eda46b21ca321d20e8a0f6a55fab7b1c02ae9',
  SessionTimeline: 'sha256:ecef4608395117a4d443ea56d3f9d79be475d1f174d7628823c0db218502b0d0',
  Sessions: 'sha256:3ae8902f7f460c5b37c51e579e5f4d23844c146173d88ec64b76c7d73d7f409b',
  TimeSeries: 'sha256:2a270e92d4c9ccc47cfe84ba3ecdd7332afd7d1e5fbccd63109b2ce9701e8e31',
  VitalCard: 'sha256:bdd0fe06bfbe3aa8da16be1c79aa89d39bf6186677f30459a0695bc93ee718c1',
}
