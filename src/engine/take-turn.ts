/** Lets the process do what waits for it. */
export function takeTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
