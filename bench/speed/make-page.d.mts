export function pagePath(number: number): string;
export function makePage(number: number, count: number, seed: number): string;
