// The list of errors takes the focus, so that it is read out and seen first. Everything works without this.
document.querySelector(".error-summary")?.focus();

// A login ends after a while. A page that has been open for long asks before it sends a form: if one has been logged
// out, it stays with all that was typed, and signing in opens beside it. Without this the server gives the text back.
const signedOut = document.getElementById("signed-out");
let since = Date.now();
let asked = null;

document.addEventListener("submit", async (event) => {
  const form = event.target;
  const { alive, idle } = document.body.dataset;
  const isYoung = Date.now() - since < Number(idle) * 1000;
  if (!signedOut || form.method !== "post" || form === asked || isYoung) return;
  event.preventDefault();
  const answer = await fetch(alive, { cache: "no-store" }).then((it) => it.json(), () => null);
  if (answer && !answer.signed_in) {
    (event.submitter?.closest(".actions") ?? form.firstElementChild).before(signedOut);
    signedOut.hidden = false;
    signedOut.focus();
    return;
  }
  if (answer) form.elements.csrfmiddlewaretoken.value = answer.token;
  since = Date.now();
  signedOut.hidden = true;
  asked = form;
  form.requestSubmit(event.submitter);
  asked = null;
});

// The house that writes first brings its own questions as soon as it is ticked. Without this they come when the form is
// sent. While it is the same house, what was answered stays.
document.querySelectorAll("#role-questions").forEach((questions) => {
  const form = questions.closest("form");
  const ticked = () => [...form.querySelectorAll("[name=role]:checked")].map((it) => `rolle=${it.value}`).join("&");
  const asked = (it) => it.querySelector("[name=asked]")?.value;
  form.addEventListener("change", async ({ target }) => {
    if (target.name !== "role") return;
    const these = ticked();
    const page = await fetch(`?${these}`).then((it) => it.text(), () => "");
    const found = new DOMParser().parseFromString(page, "text/html").getElementById("role-questions");
    if (found && these === ticked() && asked(found) !== asked(questions)) questions.replaceChildren(...found.children);
  });
});
