// Enhancements alone: every page works without this file.
(() => {
  "use strict";
  const swap = async (address, selector) => {
    const answer = await fetch(address, { headers: { Accept: "text/html" } });
    if (!answer.ok) return null;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    const held = document.querySelector(selector), found = fresh.querySelector(selector);
    if (held && found) {
      // Whoever had reached a link by the keyboard stays there.
      const at = held.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
      held.replaceWith(found);
      if (at) [...found.querySelectorAll("a[href]")].find((link) => link.getAttribute("href") === at)?.focus({ preventScroll: true });
    }
    return fresh;
  };

  // Live: when the service says there is news, the page asks for itself again, unless somebody is in the middle of something.
  if (document.querySelector("[data-live]") && "EventSource" in window) {
    const stream = new EventSource("/live");
    const isBusy = () => {
      const held = document.activeElement;
      return held && held.matches("main select, main input, main textarea");
    };
    let waiting = false;
    const refresh = async () => {
      if (isBusy()) { waiting = true; return; }
      waiting = false;
      const open = [...document.querySelectorAll("main details[open] > summary")].map((one) => one.closest("article")?.getAttribute("aria-labelledby"));
      await swap(location.href, "main");
      for (const name of open) if (name) document.querySelector(`article[aria-labelledby="${name}"] details`)?.setAttribute("open", "");
    };
    stream.addEventListener("news", refresh);
    document.addEventListener("focusout", () => setTimeout(() => waiting && refresh(), 200));
    window.addEventListener("pagehide", () => stream.close());
  }

  // The slider through time: the map follows the hand.
  const slider = document.querySelector("[data-slider] input[type=range]");
  if (slider) {
    const names = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
    const words = (month) => `${names[month % 12]} ${2013 + Math.floor(month / 12)}`;
    const heading = document.querySelector("h1");
    let under = null, wanted = null;
    const follow = async () => {
      if (under) return;
      while (wanted !== null) {
        const month = wanted;
        wanted = null;
        under = swap(`/map?month=${month}`, "#england").catch(() => null);
        await under;
        history.replaceState(null, "", `/map?month=${month}`);
      }
      under = null;
    };
    slider.addEventListener("input", () => {
      const month = Number(slider.value);
      slider.setAttribute("aria-valuetext", words(month));
      heading.textContent = `England, ${words(month)}`;
      wanted = month;
      follow();
    });
    document.querySelector("[data-slider] button").hidden = true;
  }
})();
