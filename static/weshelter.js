// The list of errors takes the focus, so that it is read out and seen first. Everything works without this.
document.querySelector(".error-summary")?.focus();
