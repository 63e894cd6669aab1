import { startTransition, useEffect, useMemo, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { whenIdle } from '../../browser/when-idle.ts';
import { useOffsets } from './use-offsets.ts';
import { placeOf, zonesByRegion } from './zones.ts';

const none: [] = [];

/**
 * All time zones to choose from, by region: `Karachi (GMT+5)`. Which there are only the browser knows, and there are
 * over 400: at first there is the one that is chosen.
 */
export function ZoneOptions({ present }: { present?: string | undefined }) {
  const t = useTranslations('profile');
  const [isComplete, setComplete] = useState(false);
  useEffect(() => whenIdle(() => startTransition(() => setComplete(true))), []);
  const zones = useMemo(() => (isComplete ? zonesByRegion(present) : none), [present, isComplete]);
  const names = useMemo(() => zones.flatMap(([, inRegion]) => inRegion.map(({ name }) => name)), [zones]);
  const offsets = useOffsets(names, useLocale());
  if (!isComplete) return present && <option value={present}>{placeOf(present)}</option>;
  return zones.map(([region, inRegion]) => (
    <optgroup key={region} label={t(region)}>
      {inRegion.map(({ name, place }) => {
        const offset = offsets.get(name);
        return (
          <option key={name} value={name}>
            {offset ? `${place} (${offset})` : place}
          </option>
        );
      })}
    </optgroup>
  ));
}
