/** The cairn with its beacon. Says nothing to screen readers: the name stands beside it. */
export function Logo({ size = 28 }: { size?: number }) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true" focusable="false">
      <path d="M16 1.5c3 3 4.3 5.2 4.3 7.2a4.3 4.3 0 0 1-8.6 0c0-2 1.3-4.2 4.3-7.2Z" fill="#f0a03c" />
      <rect x="11" y="14.5" width="10" height="4.2" rx="2.1" fill="currentColor" />
      <rect x="8" y="20" width="16" height="4.2" rx="2.1" fill="currentColor" opacity="0.78" />
      <rect x="5" y="25.5" width="22" height="4.2" rx="2.1" fill="currentColor" opacity="0.56" />
    </svg>
  );
}
