type Rgb = readonly [number, number, number];

// The sixteen basic colours as xterm has them.
const basic: readonly Rgb[] = [
  [0, 0, 0],
  [205, 0, 0],
  [0, 205, 0],
  [205, 205, 0],
  [0, 0, 238],
  [205, 0, 205],
  [0, 205, 205],
  [229, 229, 229],
  [127, 127, 127],
  [255, 0, 0],
  [0, 255, 0],
  [255, 255, 0],
  [92, 92, 255],
  [255, 0, 255],
  [0, 255, 255],
  [255, 255, 255],
];

/** The basic colour (0 to 15) nearest to a colour of the palette of 256, or to 0xRRGGBB. */
export function nearestColor(value: number, isRgb: boolean): number {
  const wanted = isRgb ? fromHex(value) : fromPalette(value);
  const distances = basic.map((color) => distance(color, wanted));
  return distances.indexOf(Math.min(...distances));
}

function fromHex(value: number): Rgb {
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

// 16 to 231 are a cube of 6 × 6 × 6, 232 to 255 a ramp of greys.
function fromPalette(value: number): Rgb {
  if (value < 16) return basic[value] ?? [0, 0, 0];
  if (value >= 232) return [8 + (value - 232) * 10, 8 + (value - 232) * 10, 8 + (value - 232) * 10];
  const level = (step: number): number => (step === 0 ? 0 : 55 + step * 40);
  const index = value - 16;
  return [level(Math.floor(index / 36)), level(Math.floor(index / 6) % 6), level(index % 6)];
}

function distance([r, g, b]: Rgb, [x, y, z]: Rgb): number {
  return (r - x) ** 2 + (g - y) ** 2 + (b - z) ** 2;
}
