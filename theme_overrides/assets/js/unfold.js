// Opens the target of an address: the fold of a card or a finding, and all folds around it. Without scripts the reader opens
// them; not all browsers open the folds around a target.
(() => {
  const open = () => {
    const target = document.querySelector(":target");
    const more = target?.querySelector(":scope > details");
    if (more) more.open = true;
    let moved = false;
    for (let fold = target?.closest("details"); fold; fold = fold.parentElement.closest("details")) {
      moved ||= !fold.open;
      fold.open = true;
    }
    if (moved) target.scrollIntoView();
  };
  document.addEventListener("DOMContentLoaded", open);
  addEventListener("load", open); // some browsers know the target only then
  addEventListener("hashchange", open);
})();
