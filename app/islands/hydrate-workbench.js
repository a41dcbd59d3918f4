// Wakes the island of the workbench, at once: who works there waits for nothing else. Names are
// hashed by the build.
import init, * as islands from './workbench.js';

await init({ module_or_path: new URL('./workbench.wasm', import.meta.url) });
islands.hydrate();
for (const island of document.querySelectorAll('leptos-island')) {
  islands[island.dataset.component]?.(island);
}
