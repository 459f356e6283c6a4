#!/usr/bin/env node
require('node:module').enableCompileCache?.();
require('../dist/src/cli/main.cjs');
