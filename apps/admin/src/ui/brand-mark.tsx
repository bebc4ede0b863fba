/** The product's sign. */
export function BrandMark({ size = 22 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 22 22" aria-hidden focusable="false">
      <rect width="22" height="22" rx="6" fill="var(--mantine-color-iris-6)" />
      <path
        d="M6 7.2 11 15.4 16 7.2"
        fill="none"
        stroke="#fff"
        strokeWidth="2.1"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <circle cx="11" cy="7.6" r="1.4" fill="#fff" />
    </svg>
  );
}
