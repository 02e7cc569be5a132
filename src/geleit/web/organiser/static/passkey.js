// Passkeys: turns the server's options into a question of the browser, and its answer into a form field.
"use strict";
(() => {
  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (char) => char.charCodeAt(0));
  const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const described = (list) => (list || []).map((one) => ({ ...one, id: bytes(one.id) }));
  const question = (given) => ({
    ...given,
    challenge: bytes(given.challenge),
    ...(given.user && { user: { ...given.user, id: bytes(given.user.id) } }),
    ...(given.excludeCredentials && { excludeCredentials: described(given.excludeCredentials) }),
    ...(given.allowCredentials && { allowCredentials: described(given.allowCredentials) }),
  });
  const answer = (credential) => {
    const response = {};
    for (const name of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
      if (credential.response[name]) response[name] = text(credential.response[name]);
    }
    if (credential.response.getTransports) response.transports = credential.response.getTransports();
    return {
      id: credential.id,
      rawId: text(credential.rawId),
      type: credential.type,
      response,
      clientExtensionResults: credential.getClientExtensionResults(),
      ...(credential.authenticatorAttachment && { authenticatorAttachment: credential.authenticatorAttachment }),
    };
  };
  const options = async (form) => {
    if (!form.dataset.optionsFrom) return JSON.parse(form.querySelector("[data-options]").value);
    const got = await fetch(form.dataset.optionsFrom, { headers: { Accept: "application/json" } });
    if (!got.ok) throw new Error(`options: ${got.status}`);
    return (await got.json()).request_options;
  };
  const ask = async (form) => {
    const publicKey = question((await options(form)).publicKey);
    if (form.dataset.passkey === "get") return navigator.credentials.get({ publicKey });
    const alone = form.elements.passwordless.checked;
    publicKey.authenticatorSelection = {
      ...publicKey.authenticatorSelection,
      residentKey: alone ? "required" : "discouraged",
      requireResidentKey: alone,
      ...(alone && { userVerification: "required" }),
    };
    return navigator.credentials.create({ publicKey });
  };
  if (!window.PublicKeyCredential) return;
  for (const form of document.querySelectorAll("form[data-passkey]")) {
    const failed = form.querySelector("[data-passkey-failed]");
    form.hidden = false;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      failed.hidden = true;
      try {
        form.elements.credential.value = JSON.stringify(answer(await ask(form)));
      } catch {
        failed.hidden = false; // the browser says no more, so that pages learn nothing of keys
        return;
      }
      form.submit();
    });
  }
})();
