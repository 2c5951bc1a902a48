/** Addresses that the networks publish for this; whoever follows one is there, and until then nobody knows (P42). */
export function shareLinks(address: string, words: string) {
  const [url, text] = [encodeURIComponent(address), encodeURIComponent(words)]

  return {
    Mastodon: `https://mastodonshare.com/?text=${text}&url=${url}`,
    Bluesky: `https://bsky.app/intent/compose?text=${text}%20${url}`,
    LinkedIn: `https://www.linkedin.com/sharing/share-offsite/?url=${url}`,
    Facebook: `https://www.facebook.com/sharer/sharer.php?u=${url}`,
    X: `https://x.com/intent/post?text=${text}&url=${url}`,
    Email: `mailto:?subject=${text}&body=${url}`,
  }
}
