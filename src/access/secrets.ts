import { createHash, randomBytes } from 'node:crypto';
import { Algorithm, hash, verify } from '@node-rs/argon2';

/** A random secret of 256 bits, fit for an address. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What is kept of a random secret: enough to recognise it, useless to present. */
export const secretHash = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** OWASP ASVS 5.0 appendix C approves argon2id from 19 MiB and two passes on; this is well above. */
const parameters = { algorithm: Algorithm.Argon2id, memoryCost: 65_536, timeCost: 3, parallelism: 1 };
const PREFIX = '$argon2id$v=19$m=65536,t=3,p=1$';

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFC'), parameters);

/** Compares with the stored hash or, where there is none, with one nobody's password fits: both take as long. */
export async function passwordFits(stored: string | null, password: string): Promise<boolean> {
  const fits = await verify(stored ?? (await nobody), password.normalize('NFC'));
  return stored !== null && fits;
}

export const isWeakHash = (stored: string): boolean => !stored.startsWith(PREFIX);

const nobody = hashPassword(newSecret());
