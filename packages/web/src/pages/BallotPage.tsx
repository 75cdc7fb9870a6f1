import { Page } from '../ui/Page.tsx';

export default function BallotPage() {
  return <Page title="BallotPage" />;
}
