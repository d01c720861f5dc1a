// The list of errors takes the focus, so that it is read out and seen first. Everything works without this.
document.querySelector(".error-summary")?.focus();

// A login ends after a while. A page that has been open for long asks before it sends a form: if one has been logged
// out, it stays with all that was typed, and signing in opens beside it. Without this the server gives the text back.
const signedOut = document.getElementById("signed-out");
const { alive, idle } = document.body.dataset;
let since = Date.now();

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!signedOut || form.method !== "post" || Date.now() - since < Number(idle) * 1000) return;
  event.preventDefault();
  const answer = await fetch(alive, { cache: "no-store" }).then((it) => it.json(), () => null);
  if (answer && !answer.signed_in) {
    form.prepend(signedOut);
    signedOut.hidden = false;
    signedOut.focus();
    return;
  }
  if (answer) form.elements.csrfmiddlewaretoken.value = answer.token;
  since = Date.now();
  signedOut.hidden = true;
  form.requestSubmit(event.submitter);
});
