'use client';

import { DeletionCard } from './deletion-card.tsx';
import { ExportCard } from './export-card.tsx';
import { ImportCard } from './import-card.tsx';

/** What a person can do with all that is kept of them: take it, bring it, delete it. */
export default function DataSection() {
  return (
    <>
      <ExportCard />
      <ImportCard />
      <DeletionCard />
    </>
  );
}
