import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

/** In bytes. V8's young generation may be several times as large, which saves no time here. */
const enough = 16 << 20;
const flag = '--semi-space-growth-factor';
const usual = 2;

/** Keeps V8 from making room for young objects beyond what pays. */
export function youngHolder(): { look(): void; end(): void } {
  let isHeld = false;
  return {
    look() {
      if (isHeld) return;
      const young = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space');
      if (!young || young.space_size < enough) return;
      isHeld = true;
      setFlagsFromString(`${flag}=1`);
    },
    end() {
      if (isHeld) setFlagsFromString(`${flag}=${usual}`);
    },
  };
}
