import type { FlagOption, KindOption, PatternOption, PrefixOption, RouteOption } from '../options.js';
import { customKind } from './custom.js';
import { envKind } from './env.js';
import { flagKind } from './flag.js';
import { headerKind } from './header.js';
import { keyKind } from './key.js';
import type { Kind } from './kind.js';
import { metricKind } from './metric.js';
import { routeKind } from './route.js';

/** The kind that an entry of the options means, by its name. */
export function kindOf(name: string, option: KindOption): Kind | { readonly wrong: string } {
  switch (name) {
    case 'env':
      return envKind(option as PrefixOption);
    case 'header':
      return headerKind(option as PrefixOption);
    case 'metric':
      return metricKind(option as PrefixOption);
    case 'key':
      return keyKind(option as PrefixOption);
    case 'route':
      return routeKind(option as RouteOption);
    case 'flag':
      return flagKind(option as FlagOption);
  }
  return customKind(name, option as PatternOption);
}
