import { describe, expect, test } from 'vitest';
import type { UploadRow } from '../../src/runtime/ports/uploads.ts';
import type { Store } from '../../src/runtime/ports.ts';
import { commit, start } from './samples.ts';

const photo: UploadRow = {
  conversation: 'c1',
  upload: 'u1',
  at: start,
  contentType: 'image/png',
  name: "Ann's cup.png",
  content: 'iVBORw0KGgo=',
};

/** What every store must do with files that customers sent. */
export function uploadsContract(the: () => Store): void {
  describe('uploads', () => {
    test('a file is found in its conversation and nowhere else; kept again, it stays as it is', async () => {
      await the().keepUpload(photo);
      await the().keepUpload({ ...photo, content: 'AAAA' });
      expect(await the().upload('c1', 'u1')).toEqual(photo);
      expect([await the().upload('c2', 'u1'), await the().upload('c1', 'u2')]).toEqual([undefined, undefined]);
    });

    test('a file is erased with the words of who sent it', async () => {
      const made = commit({ version: 1 });
      await the().commit({ ...made, head: { ...made.head, customer: 'k1' } });
      await the().keepUpload(photo);
      await the().keepUpload({ ...photo, conversation: 'c2' });
      expect((await the().heldOn('k1'))['uploads']).toHaveLength(1);
      await the().erase('k1', start);
      expect(await the().upload('c1', 'u1')).toBeUndefined();
      expect(await the().upload('c2', 'u1')).toBeDefined();
    });
  });
}
