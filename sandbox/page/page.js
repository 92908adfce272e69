// Keeps the page up to date: asks whether something changed, and if so takes the new main part.
const main = () => document.querySelector('main');
const news = document.querySelector('#news');
let version;

async function refresh() {
  const answer = await fetch('/');
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  main().replaceWith(fresh.querySelector('main'));
  news.textContent = `Updated: ${document.querySelector('.check h2')?.textContent ?? ''}`;
}

async function look() {
  const now = await (await fetch('/version')).text();
  if (version !== undefined && now !== version) await refresh();
  version = now;
}

document.addEventListener('submit', async (event) => {
  event.preventDefault();
  const form = event.target;
  const button = form.querySelector('button');
  button.disabled = true;
  button.textContent = 'Working …';
  const answer = await fetch(form.action, { method: 'POST' });
  if (!answer.ok) button.textContent = await answer.text();
  await look();
});

setInterval(() => look().catch(() => undefined), 700);
look().catch(() => undefined);
