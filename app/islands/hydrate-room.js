// Wakes the islands of a room, at once: what is typed must not be sent past them. Names are
// hashed by the build.
import init, * as islands from './room.js';

await init({ module_or_path: new URL('./room.wasm', import.meta.url) });
islands.hydrate();
for (const island of document.querySelectorAll('leptos-island')) {
  islands[island.dataset.component]?.(island);
}
