import { RequestFailure } from '../graphql/index.js';

export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly size: number;
}

/** Sends a file to the server; `onShare` hears from 0 to 1. XMLHttpRequest, because fetch tells nothing while sending. */
export function upload(file: File, onShare: (share: number) => void): Promise<StoredFile> {
  return new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest();
    sending.open('POST', '/files');
    sending.setRequestHeader('x-skillhall-request', '1');
    sending.responseType = 'json';
    sending.upload.onprogress = ({ loaded, total }) => onShare(total > 0 ? loaded / total : 0);
    sending.onload = () => {
      const stored = sending.response as StoredFile | null;
      if (sending.status < 300 && stored?.id) resolve(stored);
      else reject(new RequestFailure(sending.status === 403 ? 'forbidden' : 'server', sending.status === 413 ? 'too large' : String(sending.status)));
    };
    sending.onerror = () => reject(new RequestFailure('network', 'the file could not be sent'));
    const form = new FormData();
    form.append('file', file);
    sending.send(form);
  });
}
