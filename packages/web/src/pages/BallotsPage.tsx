import { Page } from '../ui/Page.tsx';

export default function BallotsPage() {
  return <Page title="BallotsPage" />;
}
