// The page's own words in its own language: messages with {names}, plurals, numbers.

export function makeWords(messages, language) {
  const rules = new Intl.PluralRules(language);
  const digits = new Intl.NumberFormat(language);
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
  return {
    say: (key, values = {}) => fill(messages[key] ?? key, values),
    // A plural message is an object by CLDR category.
    count: (key, number, values = {}) => {
      const forms = messages[key];
      return fill(forms[rules.select(number)] ?? forms.other, { n: digits.format(number), ...values });
    },
    number: (number) => digits.format(number),
    has: (key) => key in messages,
  };
}
