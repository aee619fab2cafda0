(function () {
  "use strict";
  var slides = document.querySelectorAll(".slide");
  var now = Math.max(0, Math.min(slides.length - 1, (parseInt(location.hash.slice(1), 10) || 1) - 1));
  document.body.classList.add("one");
  function fit() {
    var scale = Math.min(window.innerWidth / 1280, window.innerHeight / 720);
    slides.forEach(function (slide) {
      slide.style.transform = "scale(" + scale + ") translate(-50%, -50%)";
    });
  }
  function show(to) {
    now = Math.max(0, Math.min(slides.length - 1, to));
    slides.forEach(function (slide, i) {
      slide.classList.toggle("now", i === now);
      slide.setAttribute("aria-hidden", i === now ? "false" : "true");
    });
    history.replaceState(null, "", "#" + (now + 1));
  }
  document.addEventListener("keydown", function (event) {
    if (event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    switch (event.key) {
      case "ArrowRight": case "ArrowDown": case "PageDown": case " ": case "Enter": show(now + 1); break;
      case "ArrowLeft": case "ArrowUp": case "PageUp": case "Backspace": show(now - 1); break;
      case "Home": show(0); break;
      case "End": show(slides.length - 1); break;
      case "n": case "N": document.body.classList.toggle("notes"); break;
      case "Escape": document.body.classList.toggle("one"); break;
      default: return;
    }
    event.preventDefault();
  });
  document.addEventListener("click", function (event) {
    if (document.body.classList.contains("one") && !event.target.closest("a")) {
      show(now + (event.clientX < window.innerWidth / 3 ? -1 : 1));
    }
  });
  window.addEventListener("resize", fit);
  fit();
  show(now);
})();
