// What every browser has and jsdom lacks.
import { TextDecoder, TextEncoder } from 'node:util';

globalThis.TextEncoder ??= TextEncoder;
globalThis.TextDecoder ??= TextDecoder;
globalThis.CSS ??= { escape: (text) => text };
globalThis.Element.prototype.scrollIntoView ??= function scrollIntoView() {};
const dialog = globalThis.HTMLDialogElement.prototype;
dialog.showModal ??= function showModal() {
  this.open = true;
};
dialog.close ??= function close() {
  this.open = false;
};
