import type { Config } from "tailwindcss";

/**
 * The design tokens. Colours, type, radii and breakpoints replace Tailwind's own, so that a value outside the system
 * has no class. Spacing keeps Tailwind's 4 px step: use 1, 2, 3, 4, 6, 8 (4, 8, 12, 16, 24, 32 px) between things.
 */
export default {
  darkMode: ["selector", '[data-theme="dark"]'],
  theme: {
    screens: { sm: "641px", md: "900px", lg: "1200px" },
    colors: {
      transparent: "transparent",
      current: "currentColor",
      white: "#ffffff",
      inherit: "inherit",
      bg: "var(--bg)",
      panel: "var(--panel)",
      code: "var(--code)",
      fill: "var(--fill)",
      scrim: "var(--scrim)",
      line: {
        DEFAULT: "var(--line)",
        2: "var(--line-2)",
        strong: "var(--line-strong)",
        control: "var(--line-control)",
      },
      ink: { DEFAULT: "var(--ink)", 2: "var(--ink-2)", 3: "var(--ink-3)" },
      ok: { DEFAULT: "var(--ok)", soft: "var(--ok-soft)" },
      warn: { DEFAULT: "var(--warn)", soft: "var(--warn-soft)" },
      bad: { DEFAULT: "var(--bad)", soft: "var(--bad-soft)", strong: "var(--bad-strong)" },
      idle: { DEFAULT: "var(--idle)", soft: "var(--idle-soft)" },
      accent: { DEFAULT: "var(--accent)", soft: "var(--accent-soft)" },
    },
    fontFamily: {
      sans: ["var(--font-geist-sans)", "system-ui", "sans-serif"],
      mono: ["var(--font-geist-mono)", "ui-monospace", "monospace"],
    },
    fontSize: {
      xs: ["12px", "16px"],
      sm: ["13px", "18px"],
      base: ["14px", "20px"],
      lg: ["16px", "22px"],
      xl: ["20px", "28px"],
    },
    borderRadius: { none: "0", sm: "4px", DEFAULT: "6px", md: "6px", lg: "10px", full: "9999px" },
    boxShadow: { none: "none", float: "var(--shadow-float)" },
    extend: {
      maxWidth: { page: "1280px", dialog: "480px", "dialog-lg": "720px" },
      width: { sidebar: "224px", sheet: "560px" },
      transitionDuration: { DEFAULT: "120ms" },
      animation: {
        "fade-in": "fade-in 120ms ease-out",
        "fade-out": "fade-in 100ms ease-in reverse forwards",
        "pop-in": "pop-in 120ms ease-out",
        "slide-from-right": "slide-from-right 150ms ease-out",
        "slide-from-left": "slide-from-left 150ms ease-out",
        flash: "flash 1200ms linear",
      },
      keyframes: {
        "fade-in": { from: { opacity: "0" } },
        "pop-in": { from: { opacity: "0", transform: "scale(0.98)" } },
        "slide-from-right": { from: { opacity: "0", transform: "translateX(24px)" } },
        "slide-from-left": { from: { opacity: "0", transform: "translateX(-24px)" } },
        // Held for a second so that it can be noticed; the change itself takes 150 ms.
        flash: { "0%, 87%": { backgroundColor: "var(--accent-soft)" } },
      },
    },
  },
} satisfies Config;
