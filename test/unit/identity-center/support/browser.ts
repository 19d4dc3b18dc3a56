/** A person at the sandbox's sign-in page, without a browser: reads the form, fills it in and follows where it leads. */
export interface Person {
  readonly user?: string;
  readonly decision?: 'allow' | 'deny';
}

/** Opens the page, answers its form, and returns where the browser is sent, or the page that it is shown. */
export async function answerPage(
  url: string,
  { user = 'alice', decision = 'allow' }: Person = {},
): Promise<{ readonly location: string | undefined; readonly status: number; readonly html: string }> {
  const shown = await fetch(url);
  const html = await shown.text();
  const action = /<form method="post" action="([^"]+)"/.exec(html)?.[1];
  if (action === undefined) throw new Error(`there is no form on the page: ${String(shown.status)} ${html}`);
  const hidden = [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  const answered = await fetch(new URL(action, url), {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams([
      ...hidden.map(([, name = '', value = '']): [string, string] => [name, value]),
      ['user', user],
      ['decision', decision],
    ]),
  });
  return {
    location: answered.headers.get('location') ?? undefined,
    status: answered.status,
    html: await answered.text(),
  };
}

/** Answers the page and lets the browser go where it is sent: the callback of the program that asked. */
export async function signInThrough(url: string, person: Person = {}): Promise<Response> {
  const { location } = await answerPage(url, person);
  if (location === undefined) throw new Error('the page sends the browser nowhere');
  return fetch(location);
}
