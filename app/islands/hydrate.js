// Wakes the islands of a page, once the page is readable. Names are hashed by the build.
import init, * as islands from './trama.js';

async function wake() {
  await init({ module_or_path: new URL('./trama.wasm', import.meta.url) });
  islands.hydrate();
  for (const island of document.querySelectorAll('leptos-island')) {
    islands[island.dataset.component]?.(island);
  }
}

if ('requestIdleCallback' in window) requestIdleCallback(wake, { timeout: 2000 });
else setTimeout(wake, 200);
