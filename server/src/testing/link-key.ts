import { LinkKey } from '../sign-in/link-key.ts';

export const testLinkKey = new LinkKey(Buffer.alloc(32, 'a key for tests'));
