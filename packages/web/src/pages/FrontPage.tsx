import { Page } from '../ui/Page.tsx';

export default function FrontPage() {
  return <Page title="FrontPage" />;
}
