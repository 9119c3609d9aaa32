import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { Outlet } from 'react-router';
import { ApiProblem } from '../api/client.ts';

// A refusal is an answer; only silence is worth asking again.
const worthRetrying = (count: number, error: unknown): boolean =>
  count < 3 && !(error instanceof ApiProblem && error.problem.status >= 400 && error.problem.status < 500);

const queries = new QueryClient({ defaultOptions: { queries: { staleTime: 5_000, retry: worthRetrying } } });

/** Around the screens that ask the API. A member's phone and the hall live on the socket alone and do not load this. */
export default function Served() {
  return (
    <QueryClientProvider client={queries}>
      <Outlet />
    </QueryClientProvider>
  );
}
