"use strict";
/* Live refresh, copying and the few things a page cannot do without a script. Nothing here carries a figure. */
const quittance = (() => {
  const QUIET_MILLIS = 250;
  const PATIENCE_MILLIS = 1000;
  let waiting = 0;
  let running = false;
  let again = false;

  function concerns(change) {
    const region = document.querySelector("[data-live]");
    if (!region || !region.dataset.live.split(" ").includes(change.kind)) {
      return false;
    }
    const only = region.dataset.liveId;
    return !only || change.kind !== region.dataset.liveKind || change.ids.length === 0 || change.ids.includes(only);
  }

  /* Whether somebody has written something that a refresh would wipe out. */
  function isWriting() {
    const fields = document.querySelectorAll("[data-live] :is(input:not([type=radio], [type=checkbox], [type=hidden]), textarea)");
    return Array.from(fields).some((field) => field.value !== field.defaultValue);
  }

  /* Many changes in a row make one refresh; those that come while one runs make one more. What is being written is left alone. */
  function refresh() {
    waiting = 0;
    if (typeof window.refreshLive !== "function") {
      return;
    }
    if (isWriting()) {
      waiting = window.setTimeout(refresh, PATIENCE_MILLIS);
      return;
    }
    if (running) {
      again = true;
      return;
    }
    running = true;
    window.refreshLive();
  }

  function soon() {
    if (!waiting) {
      waiting = window.setTimeout(refresh, QUIET_MILLIS);
    }
  }

  return {
    changed(change) {
      if (change.kind === "alert" && typeof window.refreshBell === "function") {
        window.refreshBell();
      }
      if (concerns(change)) {
        soon();
      }
    },
    refreshed() {
      running = false;
      document.querySelectorAll("[data-flash]").forEach((part) => {
        part.classList.remove("flash");
        void part.offsetWidth;
        part.classList.add("flash");
      });
      if (again) {
        again = false;
        soon();
      }
    },
    live() {
      document.body.classList.add("is-live");
    },
    still() {
      document.body.classList.remove("is-live");
    }
  };
})();

window.quittance = quittance;

document.addEventListener("click", (event) => {
  const copier = event.target.closest("[data-copy]");
  if (!copier) {
    return;
  }
  const source = document.getElementById(copier.dataset.copy);
  const done = () => {
    copier.dataset.said = copier.dataset.said || copier.textContent;
    copier.textContent = copier.dataset.copied;
    window.setTimeout(() => { copier.textContent = copier.dataset.said; }, 2000);
  };
  if (navigator.clipboard && window.isSecureContext) {
    navigator.clipboard.writeText(source.value).then(done, () => source.select());
  } else {
    source.select();
  }
});

/* A menu closes when something of it is chosen, when another place is clicked, and by Escape. */
document.addEventListener("click", (event) => {
  document.querySelectorAll("details.menu[open]").forEach((menu) => {
    if (!menu.contains(event.target) || event.target.closest(".menu__items")) {
      menu.open = false;
    }
  });
});
document.addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" && document.querySelector("details.menu[open]");
  if (menu) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

/* A table that scrolls sideways must be reachable by keyboard. */
document.addEventListener("DOMContentLoaded", () => {
  document.querySelectorAll(".table-wrap").forEach((wrap) => {
    if (wrap.scrollWidth > wrap.clientWidth) {
      wrap.tabIndex = 0;
    }
  });
});

document.addEventListener("click", (event) => {
  const closer = event.target.closest("[data-hide]");
  if (closer) {
    window.PF(closer.dataset.hide).hide();
  }
});

/* Tells that somebody looked at a private page: only while it is in the foreground, and only once. */
document.addEventListener("DOMContentLoaded", () => {
  const page = document.querySelector("[data-beacon]");
  if (!page) {
    return;
  }
  const TICK_MILLIS = 500;
  const ENOUGH_MILLIS = 3000;
  let seen = 0;
  const clock = window.setInterval(() => {
    if (document.visibilityState === "visible") {
      seen += TICK_MILLIS;
    }
    if (seen >= ENOUGH_MILLIS) {
      window.clearInterval(clock);
      window.fetch(page.dataset.beacon, {
        method: "POST", keepalive: true, headers: {"Content-Type": "application/x-www-form-urlencoded"}, body: "visible=" + seen
      });
    }
  }, TICK_MILLIS);
});

/* Banks bring a consent's answer behind the #, which no server sees: ask again with it as the query. */
document.addEventListener("DOMContentLoaded", () => {
  if (document.querySelector("[data-return=fragment]") && window.location.hash.includes("state=")) {
    window.location.replace(window.location.pathname + "?" + window.location.hash.slice(1));
  }
});
