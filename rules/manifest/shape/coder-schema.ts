const entry = {
  type: 'object',
  required: ['title', 'path'],
  additionalProperties: false,
  properties: {
    title: { type: 'string', minLength: 1 },
    description: { type: 'string' },
    path: { type: 'string', minLength: 1 },
    icon_path: { type: 'string', minLength: 1 },
    state: {
      type: 'array',
      uniqueItems: true,
      items: { type: 'string', enum: ['premium', 'beta', 'early access', 'ai governance add-on'] },
    },
    children: { type: 'array', items: { $ref: '#/$defs/entry' } },
  },
} as const;

/** The navigation of Coder's documentation: a JSON Schema. */
export const coderSchema = {
  type: 'object',
  required: ['versions', 'routes'],
  additionalProperties: false,
  properties: {
    $schema: { type: 'string' },
    versions: { type: 'array', items: { type: 'string' } },
    routes: { type: 'array', items: { $ref: '#/$defs/entry' } },
  },
  $defs: { entry },
} as const;
