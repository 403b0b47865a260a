/** The lines of a stream, each as soon as it is whole; one that is longer than may be has no bytes. */
export type Lines = (
  stream: AsyncIterable<Uint8Array>,
  largest: number | undefined,
) => AsyncIterable<{ readonly number: number; readonly bytes: Uint8Array | undefined }>;
