// What htmx and plain HTML do not do by themselves.
(function () {
  "use strict";
  // Every request of htmx carries the token that forms carry in a hidden field.
  document.addEventListener("htmx:configRequest", function (event) {
    var token = document.querySelector('meta[name="csrf"]');
    if (token && event.detail.verb !== "get") {
      event.detail.headers["X-CSRF-Token"] = token.content;
    }
  });
  // An open menu closes with Escape and by a click elsewhere.
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") {
      document.querySelectorAll("details.menu[open]").forEach(function (menu) {
        menu.open = false;
        menu.querySelector("summary").focus();
      });
    }
  });
  document.addEventListener("click", function (event) {
    document.querySelectorAll("details.menu[open]").forEach(function (menu) {
      if (!menu.contains(event.target)) {
        menu.open = false;
      }
    });
    var opener = event.target.closest("[data-opens]");
    if (opener) {
      document.getElementById(opener.dataset.opens).showModal();
    }
    var closer = event.target.closest("[data-closes]");
    if (closer) {
      closer.closest("dialog").close();
    }
  });
  // On pages that offer it, a single key presses what names it, unless a field is being filled in or the person switched
  // keys off (WCAG 2.1.4); the choice stays in this browser.
  var KEYS_OFF = "handsel-keys-off";
  function keysOff() {
    try {
      return localStorage.getItem(KEYS_OFF) === "yes";
    } catch (e) {
      return false;
    }
  }
  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.isComposing || keysOff()) {
      return;
    }
    if (event.target.closest("input:not([type=checkbox]), textarea, select, dialog, details.menu[open]")) {
      return;
    }
    var found = document.querySelector('[data-key="' + CSS.escape(event.key.toLowerCase()) + '"]');
    if (found) {
      event.preventDefault();
      found.click();
    }
  });
  document.querySelectorAll("[data-with-script]").forEach(function (part) {
    part.hidden = false;
  });
  document.querySelectorAll("[data-keys-switch]").forEach(function (box) {
    box.checked = !keysOff();
    box.addEventListener("change", function () {
      try {
        localStorage.setItem(KEYS_OFF, box.checked ? "no" : "yes");
      } catch (e) {
        box.checked = true;
      }
    });
  });
  // Without a connection nothing comes back: say so where notices stand, and leave the form as it is.
  document.addEventListener("htmx:sendError", function () {
    var text = document.body.dataset.unreachable;
    if (text) {
      var message = document.createElement("p");
      message.className = "message error";
      message.textContent = text;
      document.getElementById("notices").replaceChildren(message);
    }
  });
})();
