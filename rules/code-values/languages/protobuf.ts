import type { Language } from './language.js';
import { readProtobuf } from './protobuf/read.js';
import type { Outline } from './shared/outline.js';
import { linkOutlines } from './shared/select.js';

/** Enums of Protocol Buffers. */
export const protobuf: Language<Outline> = {
  id: 'protobuf',
  title: 'Protocol Buffers',
  extensions: ['.proto'],
  inPackage: (name) => name.endsWith('.proto'),
  read: readProtobuf,
  link: (files) => linkOutlines(files),
};
