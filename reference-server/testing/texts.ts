/** Texts that a server has to give back as they are; each is hurt by some fault. */
export const TEXTS = [
  'plain',
  'plain',
  '0070.50',
  'see :) at https://example.test/?a=1',
  '  spaces  inside \t and\r\naround \n',
  `it's <b>bold</b> &amp; "quoted" 'single' \\n %00 %41 \${x} {{y}} {0} \\u0041 -null-`,
  'e\u0301 \u00e9 👩🏽‍🚀 שלום \u202Eabc\u202C 日本語 zero\u200bwidth \u0001\u007f',
  'Wörter '.repeat(60),
  'x'.repeat(10_000),
];

/** The same token with another signature. */
export function altered(token: string): string {
  const [head, claims, signature = ''] = token.split('.');
  return `${head}.${claims}.${[...signature].reverse().join('')}`;
}

/** The same claims without a signature. */
export function unsigned(token: string): string {
  const head = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url');
  return `${head}.${token.split('.')[1]}.`;
}
