// The fetched index in, typed columns out. The format is described beside its writer.

const OPEN = "*";
export const NEVER = Infinity;

export function decodeIndex(raw) {
  const facets = {};
  for (const [name, column] of Object.entries(raw.facets)) facets[name] = decodeFacet(column, raw.facts);
  const clocks = {};
  for (const [name, column] of Object.entries(raw.clocks)) clocks[name] = decodeClock(column, raw.facts);
  return {
    stamp: raw.stamp,
    size: raw.facts,
    chunk: raw.chunk,
    times: new Map(Object.entries(raw.times ?? {}).map(([i, minute]) => [Number(i), minute])),
    origins: decodeNumbers(raw.origins, raw.facts),
    articles: decodeNumbers(raw.articles, raw.facts),
    facets,
    clocks,
  };
}

// Which values each fact has, as one array cut by `starts`: fact i has values[starts[i]] … values[starts[i+1]-1].
function decodeFacet(column, size) {
  const cells = size ? column.facts.split(",") : [];
  const starts = new Uint32Array(size + 1);
  const values = [];
  for (let i = 0; i < size; i += 1) {
    if (cells[i]) for (const value of cells[i].split(" ")) values.push(Number(value));
    starts[i + 1] = values.length;
  }
  const numbers = new Map(column.keys.map((key, number) => [key, number]));
  return { keys: column.keys, labels: column.labels || column.keys, numbers, starts, values: Uint32Array.from(values) };
}

// First and last day of each fact; both ends open means the clock says nothing of it.
function decodeClock(column, size) {
  const from = new Float64Array(size);
  const to = new Float64Array(size);
  const starts = size ? column.from.split(",") : [];
  const lengths = size ? column.to.split(",") : [];
  let last = 0;
  for (let i = 0; i < size; i += 1) {
    const open = starts[i] === OPEN;
    if (!open) last += Number(starts[i]);
    from[i] = open ? -NEVER : last;
    to[i] = lengths[i] === OPEN ? NEVER : last + Number(lengths[i]);
  }
  return { from, to };
}

function decodeNumbers(column, size) {
  const numbers = new Uint32Array(size);
  if (size) column.split(",").forEach((cell, i) => { numbers[i] = Number(cell); });
  return numbers;
}

export function isSilent(clock, i) {
  return clock.from[i] === -NEVER && clock.to[i] === NEVER;
}
