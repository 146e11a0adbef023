// What the page /form/ was made with, and the JSON files of this site.
export const place = document.querySelector("[data-form-page]");
export const words = JSON.parse(place.dataset.words);
const { root } = document.querySelector(".site-header").dataset;
export const json = async (path) => {
  const answer = await fetch(new URL(`${root}/${path}`, document.baseURI));
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
};
