import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';
import 'graphiql/style.css';
import './page.css';

/** For integrators, where any document is welcome: same origin, same cookie, nothing from elsewhere. */
const fetcher = createGraphiQLFetcher({
  url: '/graphql',
  subscriptionUrl: `${location.origin.replace(/^http/, 'ws')}/graphql`,
});

const FIRST = `# Ctrl-Enter asks. You are whoever is signed in in this browser;
# the documentation of every type and field is behind the book on the left.
{
  environments {
    edges {
      node {
        name
        ballots {
          edges {
            node {
              state
              question {
                locale
                text
              }
            }
          }
        }
      }
    }
  }
}
`;

createRoot(document.getElementById('root')!).render(<GraphiQL fetcher={fetcher} defaultQuery={FIRST} shouldPersistHeaders={false} />);
