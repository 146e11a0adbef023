// A box in which files are chosen or dropped: an input of files and the text of its label in, the box out. `take` gets the
// chosen files as a list.
import { element } from "./element.js";

export const fileDrop = (input, label, take) => {
  const box = element("div", { className: "verify__drop" }, element("label", { htmlFor: input.id, textContent: label }), input);
  input.addEventListener("change", () => {
    const files = [...input.files];
    input.value = ""; // the same file may be chosen again
    take(files);
  });
  box.addEventListener("dragover", (event) => {
    event.preventDefault();
    box.classList.add("verify__drop--over");
  });
  box.addEventListener("dragleave", () => box.classList.remove("verify__drop--over"));
  box.addEventListener("drop", (event) => {
    event.preventDefault();
    box.classList.remove("verify__drop--over");
    take([...event.dataTransfer.files]);
  });
  return box;
};
