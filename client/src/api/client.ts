import type { ProblemDetails } from '@open-ballot/shared/contract/http';

/** The API said no, or could not be reached (`status` 0, code `unreachable`). Carries the problem details as they came. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  constructor(readonly problem: ProblemDetails) {
    super(problem.detail ?? problem.title);
  }
}

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/**
 * One request under `/api`. A `FormData` body travels as it is, anything else as JSON.
 * @throws ApiProblem
 */
export async function request<Answer>(method: Method, path: string, body?: unknown): Promise<Answer> {
  const response = await send(method, path, body);
  const text = await response.text();
  if (!response.ok) throw new ApiProblem(problemIn(text, response));
  return (text === '' ? undefined : JSON.parse(text)) as Answer;
}

export const get = <Answer>(path: string): Promise<Answer> => request('GET', path);
export const post = <Answer>(path: string, body: unknown = {}): Promise<Answer> =>
  request('POST', path, body);
export const patch = <Answer>(path: string, body: unknown): Promise<Answer> => request('PATCH', path, body);

async function send(method: Method, path: string, body: unknown): Promise<Response> {
  const isForm = body instanceof FormData;
  try {
    return await fetch(`/api${path}`, {
      method,
      credentials: 'same-origin',
      headers: {
        Accept: 'application/json',
        ...(body !== undefined && !isForm && { 'Content-Type': 'application/json' }),
      },
      ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
    });
  } catch {
    throw new ApiProblem({
      type: 'about:blank',
      title: 'The server cannot be reached',
      status: 0,
      code: 'unreachable',
    });
  }
}

function problemIn(text: string, response: Response): ProblemDetails {
  try {
    const problem = JSON.parse(text) as ProblemDetails;
    if (typeof problem.code === 'string') return problem;
  } catch {
    // A proxy in between answers in its own words; the status says enough.
  }
  return { type: 'about:blank', title: response.statusText, status: response.status, code: 'failed' };
}
