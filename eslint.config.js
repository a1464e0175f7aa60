import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

const pure = "lib/core is pure: take the time, randomness or setting as an argument.";

export default tseslint.config(
  { ignores: ["node_modules", ".next", "dist", ".data", "prisma/client", "next-env.d.ts", "test-results"] },
  ...tseslint.configs.strict,
  {
    files: ["**/*.{ts,tsx,mjs,js}"],
    plugins: { "react-hooks": reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-console": "error",
      "no-empty": ["error", { allowEmptyCatch: false }],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "no-restricted-properties": [
        "error",
        {
          object: "URL",
          property: "canParse",
          message: "It errs in Node 20, once it is compiled: lib/core/parse-url.ts.",
        },
      ],
      "no-restricted-syntax": [
        "error",
        {
          selector: "MemberExpression[object.name='process'][property.name='env']",
          message: "Only lib/env.ts reads the environment.",
        },
      ],
    },
  },
  {
    files: ["lib/core/**/*.ts"],
    ignores: ["**/*.test.ts"],
    rules: {
      "no-restricted-syntax": [
        "error",
        { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: pure },
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: pure },
        { selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']", message: pure },
        { selector: "MemberExpression[object.name='process']", message: pure },
        { selector: "CallExpression[callee.name=/^random(Bytes|UUID|Int)$/]", message: pure },
      ],
    },
  },
  {
    files: [
      "lib/env.ts",
      "scripts/**",
      "docs/**",
      "bench/**",
      "e2e/**",
      "**/*.test.ts",
      "lib/testing/**",
      "*.config.{ts,js,mjs}",
      "prisma.config.ts",
    ],
    rules: { "no-restricted-syntax": "off" },
  },
  {
    files: ["components/**", "app/**"],
    ignores: ["components/ui/link.tsx"],
    rules: {
      "no-restricted-imports": [
        "error",
        { name: "next/link", message: "Use components/ui/link.tsx, which fetches nothing ahead." },
      ],
    },
  },
  { files: ["scripts/**", "docs/**", "bench/**", "e2e/**"], rules: { "no-console": "off" } },
);
