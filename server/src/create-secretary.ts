// Kept under its name: containers and scripts outside call it.
await import('./create-account.ts');
