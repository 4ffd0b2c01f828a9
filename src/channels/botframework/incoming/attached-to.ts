import { fetchFile } from '../../contract/files/fetch-file.ts';
import { type Attached, fetchMs, mostFileBytes } from '../../contract/files/keep-files.ts';
import type { Posted } from './posted.ts';

const card = /^(application\/vnd\.microsoft\.card|text\/html)/;

/**
 * The files of an activity, still with its channel. Where nobody is asked who they are, which is on this machine only, the channel's service is on it too.
 */
export function attachedTo({ attachments, serviceUrl }: Posted, isAnonymous: boolean): readonly Attached[] {
  const trusted = isAnonymous && serviceUrl ? { trusted: serviceUrl } : {};
  return (attachments ?? []).flatMap(({ contentType, name, contentUrl, content }) => {
    const url = content?.downloadUrl ?? contentUrl;
    if (!url || card.test(contentType)) return [];
    const fetch = () => fetchFile({ url, ...trusted, maxBytes: mostFileBytes, timeoutMs: fetchMs });
    return [{ name: name ?? '', fetch }];
  });
}
