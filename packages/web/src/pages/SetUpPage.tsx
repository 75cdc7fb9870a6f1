import { Page } from '../ui/Page.tsx';

export default function SetUpPage() {
  return <Page title="SetUpPage" />;
}
