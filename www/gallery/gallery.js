/* The button that goes through the page's appearances: as the system has it, light, dark. */
const button = document.querySelector(".scheme");
const shown = button.querySelector("span");
const names = button.dataset.modes.split(" ");
const schemes = ["", "light", "dark"];
let at = 0;

const show = () => {
  const root = document.documentElement;
  if (schemes[at]) root.dataset.scheme = schemes[at];
  else delete root.dataset.scheme;
  shown.textContent = (root.lang === "en" ? ": " : "：") + names[at];
};

button.addEventListener("click", () => {
  at = (at + 1) % schemes.length;
  show();
});
button.hidden = false;
show();
