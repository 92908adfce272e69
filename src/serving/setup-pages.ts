const style = `body{font:16px/1.5 system-ui,sans-serif;max-width:40rem;margin:3rem auto;padding:0 1rem}
label{display:block;margin:1rem 0}input{font:inherit;width:100%}button{font:inherit;padding:.4rem 1rem}.problem{color:#b00020}`;

function document(title: string, body: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><style>${style}</style><h1>${title}</h1>${body}</html>\n`;
}

/** Where webhooks go to, and whose app it is. */
export function startPage(token: string, problem?: string): string {
  return document(
    'Register Postern',
    `${problem === undefined ? '' : `<p class="problem">${escaped(problem)}</p>`}
<p>GitHub will show what the app asks for; nothing is registered before you confirm there.</p>
<form action="/setup/register" method="get"><input type="hidden" name="token" value="${escaped(token)}">
<label>Address under which GitHub reaches this server<input name="address" placeholder="https://postern.example.com" required></label>
<label>Organisation that owns the app; empty for your own account<input name="organisation"></label>
<button>Next</button></form>`,
  );
}

/** The button that sends the manifest to GitHub. */
export function registerPage(action: string, manifest: string): string {
  return document(
    'Register Postern',
    `<form action="${escaped(action)}" method="post"><input type="hidden" name="manifest" value="${escaped(manifest)}">
<p>The app is registered on GitHub, which sends you back here.</p><button>Register on GitHub</button></form>`,
  );
}

/** What comes next. */
export function donePage(file: string, url: string): string {
  return document(
    'Postern is registered',
    `<ol><li>The credentials are in <code>${escaped(file)}</code>. Keep a copy where you keep secrets.</li>
<li>Restart Postern: it reads them and serves. This page has ended.</li>
<li><a href="${escaped(url)}">Install the app</a> in the organisations and repositories that it should review.</li>
<li>Open a pull request that touches a serverless stack: its check is named <b>Postern</b>.</li></ol>`,
  );
}

export function refusedPage(): string {
  return document(
    'Not allowed',
    '<p>Open the address that the server printed when it started. It is good until the app is registered or the server restarts.</p>',
  );
}

function escaped(text: string): string {
  const signs: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);
}
