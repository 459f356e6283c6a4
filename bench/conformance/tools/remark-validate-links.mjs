import { relative, resolve } from 'node:path';
import { Writable } from 'node:stream';
import { remark } from 'remark';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkValidateLinks from 'remark-validate-links';
import { engine } from 'unified-engine';

/** Where its documentation says that it knows the forge without being told. */
const repositories = {
  github: 'https://github.com/example/project',
  gitlab: 'https://gitlab.com/example/project',
  bitbucket: 'https://bitbucket.org/example/project',
};
const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() });

export const remarkLinks = {
  name: 'remark-validate-links',
  package: 'remark-validate-links',
  setup:
    'with `remark-gfm` and `remark-frontmatter`, over the whole tree as remark-cli runs it; `repository` names the forge, `root` the tree.',
  reads: (dialect) => dialect in repositories,
  check(tree, { dialect }) {
    const settings = {
      cwd: tree,
      files: ['.'],
      extensions: ['md', 'markdown'],
      processor: remark(),
      plugins: [
        remarkGfm,
        remarkFrontmatter,
        [remarkValidateLinks, { repository: repositories[dialect], root: tree }],
      ],
      streamError: nowhere(),
      streamOut: nowhere(),
      silentlyIgnore: true,
    };
    return new Promise((done, fail) => {
      engine(settings, (error, _status, context) => {
        if (error) return fail(error);
        done(
          context.files.flatMap((file) =>
            file.messages.map((message) => {
              if (message.fatal) throw new Error(`${file.path}: ${message.reason}`);
              return { path: relative(tree, resolve(tree, file.history[0])), line: message.line };
            }),
          ),
        );
      });
    });
  },
};
