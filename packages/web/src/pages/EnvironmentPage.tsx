import { Page } from '../ui/Page.tsx';

export default function EnvironmentPage() {
  return <Page title="EnvironmentPage" />;
}
