/** Fetches files, and says in the terms of `data-reason` why one can't be had. */

/** The bytes and the type of the file at `path`, which resolves against the page. */
export const get = async (path, settings) => {
  let request;
  try {
    request = new Request(path, settings);
    const response = await fetch(request);
    if (!response.ok) throw Error("HTTP " + response.status);
    return [new Uint8Array(await response.arrayBuffer()), response.headers.get("content-type")];
  } catch ({ message }) {
    // The browser tells of a refusal one task after the request has failed.
    await new Promise(setTimeout);
    throw failure(refused.has(request?.url) ? "csp" : "network", message, path);
  }
};

/** Addresses that the page's policy has refused. */
export const refused = new Set();

export const failure = (reason, message, path) => ({ reason, message, path });
