/**
 * The source of a pattern (flag `v`) for one whole emoji, joiners included. A keycap `#` is left out, since
 * what looks like `#` must be one. The lookahead says nothing new, it is there for speed.
 */
export const emoji = '(?=[\\p{Extended_Pictographic}\\p{Regional_Indicator}]|[0-9*]\\ufe0f)\\p{RGI_Emoji}';
