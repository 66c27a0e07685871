/** Why a chart can't be drawn, in the terms of `data-reason`. */
export const failure = (reason, message, path = "") => ({ reason, message, path });

const refused = new Set();

/** Takes note of what the page's policy refuses. */
export const watchPolicy = () => addEventListener("securitypolicyviolation", (event) => refused.add(event.blockedURI));

/** Whether the policy refused `url`; the browser says so one task after the request has failed. */
export const wasRefused = async (url) => {
  await new Promise((resolve) => setTimeout(resolve));
  return refused.has(url);
};
