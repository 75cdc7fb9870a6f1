import { Page } from '../ui/Page.tsx';

export default function MePage() {
  return <Page title="MePage" />;
}
