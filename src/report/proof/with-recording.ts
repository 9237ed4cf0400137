import { engineSeries, newestEngineFirst } from '../../lib/engine-series.ts';
import type { Proof, Recording } from '../../model/proof.ts';

/** What was recorded on an engine of the same series; null when nothing was. */
export function recordingLike(proof: Proof | null, { engine }: Pick<Recording, 'engine'>): Recording | null {
  const series = engineSeries(engine.version);
  return proof?.recordings.find((one) => engineSeries(one.engine.version) === series) ?? null;
}

/**
 * A proof with this recording of the post as it is now in the place of the one from the same engine series. Recordings from
 * other engines stay as they are, but for those of whose blocks none stands in the post any more.
 */
export function withRecording(proof: Proof | null, fresh: Recording): Proof {
  const replaced = recordingLike(proof, fresh);
  const texts = new Set(fresh.blocks.map(({ hash }) => hash));
  const others = (proof?.recordings ?? []).filter(
    (one) => one !== replaced && one.blocks.some(({ hash }) => texts.has(hash)),
  );
  const recordings = [fresh, ...others].sort((a, b) => newestEngineFirst(a.engine.version, b.engine.version));
  return { version: 2, recordings };
}
