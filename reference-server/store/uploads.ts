import type { NewUpload, Upload } from './changes.ts';
import type { Store } from './store.ts';

const UPLOAD = 'select id, owner, message, location, name, contentType, size, createdAt from uploads';

/** Uploaded files; their bytes are in the database, so that they survive with their messages. */
export class Uploads {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  add(upload: NewUpload): Upload {
    const id = this.#store.write({ kind: 'add upload', upload });
    const { bytes: _, ...rest } = upload;
    return { ...rest, id };
  }

  ofMessage(message: number): Upload[] {
    return this.#store.read<Upload>(
      'uploads of a message',
      `${UPLOAD} where message = ? order by id`,
      message,
    );
  }

  at(location: string): Upload | undefined {
    return this.#store.readOne<Upload>('upload', `${UPLOAD} where location = ?`, location);
  }

  bytes(upload: number): Buffer | undefined {
    const sql = 'select bytes from uploads where id = ?';
    const [row] = this.#store.read<{ bytes: ArrayBuffer }>('bytes', sql, upload);
    return row && Buffer.from(row.bytes);
  }
}
