import { listen } from "../page/dom";
import type { Mount } from "../page/page";
import { remember } from "../page/remembered";

const THEMES = ["system", "light", "dark"] as const;
type Theme = (typeof THEMES)[number];

const WORDS: Readonly<Record<Theme, string>> = {
  system: "Colours: as the system",
  light: "Colours: light",
  dark: "Colours: dark",
};

function currentTheme(): Theme {
  const theme = document.documentElement.dataset["theme"];
  return theme === "light" || theme === "dark" ? theme : "system";
}

/** One button that goes through the three: as the system, light, dark. */
export const mountThemeSwitch: Mount = (element, { announce }) => {
  const show = (theme: Theme) => {
    const { dataset } = document.documentElement;
    if (theme === "system") delete dataset["theme"];
    else dataset["theme"] = theme;
    element.setAttribute("aria-label", WORDS[theme]);
    element.title = WORDS[theme];
  };
  show(currentTheme());
  return listen(element, "click", () => {
    const next = THEMES[(THEMES.indexOf(currentTheme()) + 1) % THEMES.length] ?? "system";
    show(next);
    remember("theme", next === "system" ? null : next);
    announce(WORDS[next]);
  });
};
