// «Esci in fretta»: the page it leads to takes the place of this one in the browser's history.
// Without this file it is a plain link.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a.quick-exit");
  if (!link) return;
  event.preventDefault();
  location.replace(link.href);
});
