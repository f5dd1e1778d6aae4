// What the page does without a script is done by the server. This adds: answers without a reload,
// a timeline to drag over, suggestions, and keys. HTML comes from the server only, escaped there.
'use strict';
document.documentElement.classList.add('script');
const find = (id) => document.getElementById(id);
const form = find('search');
history.scrollRestoration = 'manual';  // answers arrive after the browser would have scrolled
const narrow = matchMedia('(max-width: 48rem)');
let running = null;  // the request under way, if any
let seen = location.pathname + location.search;

// The address of what the form says, without its empty fields.
function addressOfForm() {
  const fields = [...new FormData(form)].filter(([, value]) => value !== '');
  const text = new URLSearchParams(fields).toString();
  return text ? `/?${text}` : '/';
}

async function pageAt(address, signal) {
  const response = await fetch(address, {signal});
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  if (!page.getElementById('content')) throw new Error(`the server answered ${response.status}`);
  return page;
}

// Puts the content of a page in place; the control that was in use keeps the focus.
function put(page) {
  const focused = document.activeElement;
  const id = focused && focused.id;
  const name = focused && focused.name;
  const value = focused && focused.value;
  const filters = find('filters');
  const wasOpen = filters && filters.open;
  find('content').replaceChildren(...page.getElementById('content').childNodes);
  document.title = page.title;
  find('q').value = page.getElementById('q').value;
  if (filters && find('filters')) find('filters').open = wasOpen;
  prepare(!filters);
  // Values of a facet change their places, so a box is found by its value.
  const same = [...document.querySelectorAll('#content input[type=checkbox]')].find(
      (box) => box.name === name && box.value === value);
  const next = same || (id && find(id));
  if (next && next !== document.activeElement) next.focus({preventScroll: true});
  const summary = find('summary');
  find('status').textContent = summary ? summary.textContent : document.title;
}

// `scroll` is where a page was left that one comes back to.
async function go(address, {push = true, scroll = 0} = {}) {
  if (running) running.abort();
  const mine = running = new AbortController();
  document.body.classList.add('busy');
  try {
    const [path, anchor] = address.split('#');
    const page = await pageAt(path, mine.signal);
    if (push && address !== location.pathname + location.search) {
      history.replaceState({scroll: scrollY}, '');
      history.pushState(null, '', address);
    }
    seen = location.pathname + location.search;
    put(page);
    const target = anchor && find(anchor);
    if (target) target.scrollIntoView({block: 'center'});
    else if (push && new URLSearchParams(path.slice(2)).has('article')) scrollTo(0, 0);
    if (!push) scrollTo(0, scroll);
    if (anchor) find('content').focus({preventScroll: true});
  } catch (error) {
    if (error.name !== 'AbortError') showFailure(error);
  } finally {
    if (running === mine) {
      running = null;
      document.body.classList.remove('busy');
    }
  }
}

function showFailure(error) {
  const box = document.createElement('p');
  box.className = 'notice';
  box.setAttribute('role', 'alert');
  box.textContent = `The server cannot be reached (${error.message}). Try again in a moment.`;
  find('content').prepend(box);
}

// "2023-03" -> "March 2023"
function inWords(value) {
  const [year, month] = value.split('-');
  if (!month) return year;
  return new Date(Date.UTC(year, month - 1)).toLocaleDateString(
      'en', {month: 'long', year: 'numeric', timeZone: 'UTC'});
}

function element(tag, className, attributes = {}) {
  const made = document.createElement(tag);
  made.className = className;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

// Two handles, the first and the last bar chosen, over the picture; dragging beside them chooses
// anew. What is chosen goes into the fields `from` and `to`, as if typed.
function prepareTimeline() {
  const box = find('timeline');
  if (!box) return;
  const bars = box.dataset.bars.split(' ').map((bar) => bar.split(':'));
  const last = bars.length - 1;
  const from = find('from').value;
  const to = find('to').value;
  const length = bars[0][0].length;
  const first = from ? bars.findIndex(([value]) => value >= from.slice(0, length)) : 0;
  const end = to ? bars.findLastIndex(([value]) => value <= to.slice(0, length).concat('~')) : last;
  let range = [first < 0 ? last : first, end < 0 ? 0 : end];

  const band = element('div', 'band');
  const handles = ['from', 'to'].map((id, side) => element('div', 'handle', {
    id: `handle-${id}`, role: 'slider', tabindex: '0', 'aria-orientation': 'horizontal',
    'aria-label': side === 0 ? 'First date' : 'Last date',
    'aria-valuemin': 0, 'aria-valuemax': last}));
  const label = element('p', 'range');
  const words = element('span', '');
  label.append(words);
  box.append(band, ...handles);
  find('content').querySelector('.when').append(label);
  if (from || to) {
    const clear = element('button', '', {type: 'button', id: 'all-dates'});
    clear.textContent = 'all dates';
    clear.addEventListener('click', () => apply(null));
    label.append(clear);
  }

  function show() {
    const share = (place) => `${100 * place / bars.length}%`;
    band.style.left = share(range[0]);
    band.style.width = share(range[1] + 1 - range[0]);
    band.hidden = range[0] === 0 && range[1] === last;
    handles.forEach((handle, side) => {
      handle.style.left = share(range[side] + side);
      handle.setAttribute('aria-valuenow', range[side]);
      handle.setAttribute('aria-valuetext', inWords(bars[range[side]][0]));
    });
    const count = bars.slice(range[0], range[1] + 1).reduce((sum, bar) => sum + Number(bar[1]), 0);
    const [one, other] = range.map((at) => inWords(bars[at][0]));
    words.textContent = `${one === other ? one : `${one} to ${other}`}: ${count.toLocaleString('en')} dated ${count === 1 ? 'article' : 'articles'} `;
  }

  function apply(chosen) {
    const all = !chosen || (chosen[0] === 0 && chosen[1] === last);
    find('from').value = all ? '' : bars[chosen[0]][0];
    find('to').value = all ? '' : bars[chosen[1]][0];
    if (!all && find('undated').value === 'only') find('undated').value = '';
    go(addressOfForm());
  }

  const placeAt = (event) => {
    const area = box.getBoundingClientRect();
    const at = Math.floor((event.clientX - area.left) / area.width * bars.length);
    return Math.min(Math.max(at, 0), last);
  };
  box.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    const side = handles.indexOf(event.target);
    const start = placeAt(event);
    const fixed = side < 0 ? start : range[1 - side];
    if (side < 0) range = [start, start];
    box.setPointerCapture(event.pointerId);
    const move = (moved) => {
      range = [fixed, placeAt(moved)].sort((one, other) => one - other);
      show();
    };
    const stop = (ended) => {
      box.removeEventListener('pointermove', move);
      box.removeEventListener('pointerup', stop);
      box.removeEventListener('pointercancel', stop);
      if (ended.type === 'pointerup') apply(range);
    };
    box.addEventListener('pointermove', move);
    box.addEventListener('pointerup', stop);
    box.addEventListener('pointercancel', stop);
    if (side >= 0) handles[side].focus();
    show();
  });
  let soon = 0;
  handles.forEach((handle, side) => handle.addEventListener('keydown', (event) => {
    const steps = {ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -12, PageUp: 12,
      Home: -bars.length, End: bars.length};
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    const least = side === 0 ? 0 : range[0];
    const most = side === 0 ? range[1] : last;
    range[side] = Math.min(Math.max(range[side] + step, least), most);
    show();
    clearTimeout(soon);
    soon = setTimeout(() => { if (box.isConnected) apply(range); }, 350);
  }));
  show();
}

function prepare(isNew) {
  if (isNew && narrow.matches && find('filters')) find('filters').open = false;
  if (find('from')) prepareTimeline();
}

// Headlines of articles that have the words typed so far, the last of which may be half a word.
function asSoFar(words) {
  const isPlain = /[\p{L}\p{N}]$/u.test(words) && !/["()*~^:!|&+]/.test(words);
  return isPlain ? `${words}*` : words;
}
async function headlines(words) {
  const asked = {query: asSoFar(words), limit: 8, per_article: 1, facets: false, count: false};
  const response = await fetch('/search', {method: 'POST', body: JSON.stringify(asked)});
  const answer = await response.json();
  return [...new Set(answer.passages.map((passage) => passage.article.title).filter(Boolean))];
}
let typing = 0;
find('q').addEventListener('input', () => {
  clearTimeout(typing);
  const words = find('q').value.trim();
  if (words.length < 3) return;
  typing = setTimeout(async () => {
    try {
      const titles = await headlines(words);
      if (find('q').value.trim() !== words) return;
      find('suggestions').replaceChildren(...titles.map((title) => new Option(title, title)));
    } catch { /* suggestions are no reason to disturb anybody */ }
  }, 200);
});

form.addEventListener('submit', (event) => {
  event.preventDefault();
  clearTimeout(typing);
  go(addressOfForm());
});
document.addEventListener('change', (event) => {
  if (event.target.form === form && event.target.id !== 'q') go(addressOfForm());
});
document.addEventListener('click', (event) => {
  const link = event.target.closest && event.target.closest('a');
  const ours = link && link.origin === location.origin && link.pathname === '/' && !link.hash.startsWith('#content');
  if (!ours || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  go(link.pathname + link.search + link.hash);
});
addEventListener('popstate', (event) => {
  const address = location.pathname + location.search;
  if (address !== seen) go(address + location.hash, {push: false, scroll: event.state ? event.state.scroll : 0});
});
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (/^(input|select|textarea)$/i.test(event.target.tagName)) return;
  if (event.key === '/') {
    event.preventDefault();
    find('q').select();
    find('q').focus();
  } else if (event.key === 'j' || event.key === 'k') {
    const titles = [...document.querySelectorAll('a.title')];
    const at = titles.indexOf(document.activeElement);
    const next = titles[event.key === 'j' ? at + 1 : Math.max(at - 1, 0)];
    if (next) next.focus();
  }
});
prepare(true);
