import { Section } from '#app/ui/section.tsx';

const colours = [
  'canvas surface raised sunken line edge line-strong ink muted',
  'accent accent-strong accent-text on-accent',
  'success success-soft warning warning-soft info info-soft',
  'danger danger-soft danger-fill danger-fill-strong on-danger',
].map((line) => line.split(' '));

const sizes = ['xs', 'sm', 'base', 'lg', 'xl'];

export function Palette() {
  return (
    <Section title="Colour and type">
      {colours.map((line) => (
        <div key={line[0]} className="parts-row">
          {line.map((name) => (
            <figure key={name} className="parts-swatch">
              <span style={{ background: `var(--color-${name})` }} />
              <figcaption>{name}</figcaption>
            </figure>
          ))}
        </div>
      ))}
      {sizes.map((size) => (
        <p
          key={size}
          style={{ fontSize: `var(--text-${size})`, lineHeight: `var(--text-${size}--line-height)` }}
        >
          {size}: A steward looks after what belongs to others. Ünïcödé, 中文, العربية, हिन्दी
        </p>
      ))}
    </Section>
  );
}
