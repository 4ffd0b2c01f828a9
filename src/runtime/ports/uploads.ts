/** What a store keeps of files that customers sent. */
import type { Instant } from '../../events/instant.ts';

/**
 * A file of a conversation.
 *
 * @property upload unguessable: who knows it may read the file
 * @property content base64
 */
export type UploadRow = {
  readonly conversation: string;
  readonly upload: string;
  readonly at: Instant;
  readonly contentType: string;
  readonly name: string;
  readonly content: string;
};

export type Uploads = {
  /** One that is kept already stays as it is. */
  keepUpload(row: UploadRow): Promise<void>;
  /** `undefined`: there was none, or it was erased */
  upload(conversation: string, upload: string): Promise<UploadRow | undefined>;
};
