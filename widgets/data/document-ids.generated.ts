/* Generated from the operations of the widgets by `npm run build`. Do not edit. */
export const DOCUMENT_IDS: Readonly<Record<string, string>> = {
  Arrival: 'sha256:2bea3f5d06c4265343c01fb093a8e43180399fe5ce2a3427feba8e7b4682f20f',
  Breakdown: 'sha256:f457f274fb260cf1607f738eb9f0541cf47748f7f9ae4322292a39181dd2d948',
  Console: 'sha256:55cc2696a9d31430489106cff433b93d4bf8e4f7a09ca6a6b148a9cb0f2c9999',
  CoreWebVitals: 'sha256:797d06311dce2d8637ec170024cdc3fee4c4ed30de048e79486f97fc3f2adb99',
  Distribution: 'sha256:2951ff3dd61b8fc5373e7fb9d03fc007efb19434c867cda7de6acd48967313be',
  ErrorDetail: 'sha256:8ce024208c45f1a14d2cfd248cccaf206f68b35cc2a642b100addfd0b555d651',
  Errors: 'sha256:3da484fed55b58d58a91bacdb3704cfa2314ac0b2082d7e0446c88442bc26109',
  LiveNow: 'sha256:4ea8c779505c793552cb98fad59f6c8bec886f5617603f06313c92bf6727c9a3',
  Requests: 'sha256:4f50116c5dc1bc9a7403c33f4a0e3bf6f670d805803e2c714045e4bc305fb645',
  SessionTimeline: 'sha256:ecef4608395117a4d443ea56d3f9d79be475d1f174d7628823c0db218502b0d0',
  Sessions: 'sha256:3ae8902f7f460c5b37c51e579e5f4d23844c146173d88ec64b76c7d73d7f409b',
  ThirdParties: 'sha256:12c3a4bf7c241c7ff71b3c0958760d67c22a6476287664e3de11f74620113850',
  TimeSeries: 'sha256:2a270e92d4c9ccc47cfe84ba3ecdd7332afd7d1e5fbccd63109b2ce9701e8e31',
  VitalCard: 'sha256:bdd0fe06bfbe3aa8da16be1c79aa89d39bf6186677f30459a0695bc93ee718c1',
}
