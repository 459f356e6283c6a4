/** Whether a path ends as a file does that a build copies and never makes: feeds, indexes and scripts may be made. */
export function isMedia(path: string): boolean {
  return /\.(?:png|jpe?g|gif|svg|webp|avif|ico|bmp|mp4|webm|mov|mp3|ogg|wav|pdf|zip|t?gz|docx?|xlsx?|pptx?|woff2?)$/i.test(
    path,
  );
}

/** Whether a path ends as some other file does, no page. */
export function isMadeFile(path: string): boolean {
  return (
    /\.(?=\w*[a-z])\w{1,11}$/i.test(path) && !/\.(?:md|mdx|markdown|html?)$/i.test(path) && !isMedia(path)
  );
}
