import { KeptStart } from '../../shell/kept-start.tsx';
import { OfflineNotice } from '../../shell/offline-notice.tsx';

/** The page without a person in it, which the service worker keeps for when there is no network. */
export default function OfflinePage() {
  return (
    <KeptStart>
      <OfflineNotice />
    </KeptStart>
  );
}
