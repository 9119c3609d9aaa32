/** Bytes of a request's body. A session of the largest bounds is convened in one request. */
export const longestBody = 8 * 1024 * 1024;
