// Keeps the link to the top at the foot of the screen, in a line of its own, once the header is a screen away. Without
// scripts it is the last line of the page.
addEventListener("DOMContentLoaded", () => {
  const link = document.querySelector(".to-top");
  const header = document.querySelector(".site-header");
  if (!link || !header) return;
  const watch = ([header]) => link.classList.toggle("to-top--near", !header.isIntersecting);
  new IntersectionObserver(watch, { rootMargin: "100% 0px 0px" }).observe(header);
});
