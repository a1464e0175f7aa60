/** An event on its way, in the colours of the theme. */
export function FlowPicture() {
  return (
    <figure className="my-4 max-w-xl rounded-lg border bg-panel p-4">
      <svg viewBox="0 0 440 306" role="img" aria-labelledby="flow-title" className="block w-full text-ink">
        <title id="flow-title">
          Your backend publishes an event. It is stored, then answered 202. A worker posts it, signed, to each
          subscribed webhook, and tries again where that fails.
        </title>
        <defs>
          <marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
            <path d="M0 0 8 4 0 8Z" fill="var(--ink-3)" />
          </marker>
        </defs>
        <Box x={120} y={4} width={200} title="Your backend" text="something happened" />
        <Arrow from={[200, 56]} to={[200, 96]} />
        <Arrow from={[240, 96]} to={[240, 56]} />
        <Label x={190} y={80} anchor="end" text="POST /api/v1/events" />
        <Label x={250} y={80} anchor="start" text="202, once stored" />
        <Box x={60} y={100} width={320} title="Outbound Webhooks" text="stores · signs · sends · tries again" strong />
        <Arrow from={[120, 152]} to={[76, 246]} />
        <Arrow from={[220, 152]} to={[220, 246]} />
        <Arrow from={[320, 152]} to={[364, 246]} dashed />
        <Label x={84} y={204} anchor="end" text="signed POST" />
        <Label x={228} y={204} anchor="start" text="signed POST" />
        <Label x={352} y={192} anchor="start" text="503, so" />
        <Label x={352} y={208} anchor="start" text="again later" />
        <Box x={4} y={250} width={136} title="n8n, Zapier, Make" text="200" />
        <Box x={152} y={250} width={136} title="Your CRM" text="200" />
        <Box x={300} y={250} width={136} title="Your server" text="busy" />
      </svg>
      <figcaption className="mt-2 text-sm text-ink-2">
        One event, published once, delivered to every webhook that asked for it.
      </figcaption>
    </figure>
  );
}

function Box({
  x,
  y,
  width,
  title,
  text,
  strong,
}: {
  x: number;
  y: number;
  width: number;
  title: string;
  text: string;
  strong?: boolean;
}) {
  const middle = x + width / 2;
  return (
    <g textAnchor="middle">
      <rect
        x={x}
        y={y}
        width={width}
        height={52}
        rx={8}
        fill={strong ? "var(--accent-soft)" : "var(--bg)"}
        stroke={strong ? "var(--accent)" : "var(--line-strong)"}
      />
      <text x={middle} y={y + 22} fontSize={13} fontWeight={600} fill="currentColor">
        {title}
      </text>
      <text x={middle} y={y + 40} fontSize={12} fill="var(--ink-2)">
        {text}
      </text>
    </g>
  );
}

type Point = readonly [x: number, y: number];

function Arrow({ from, to, dashed }: { from: Point; to: Point; dashed?: boolean }) {
  return (
    <line
      x1={from[0]}
      y1={from[1]}
      x2={to[0]}
      y2={to[1]}
      stroke="var(--ink-3)"
      strokeWidth={1.5}
      strokeDasharray={dashed ? "4 4" : undefined}
      markerEnd="url(#arrow)"
    />
  );
}

function Label({ x, y, anchor, text }: { x: number; y: number; anchor: "start" | "end"; text: string }) {
  return (
    <text x={x} y={y} fontSize={12} textAnchor={anchor} fill="var(--ink-2)">
      {text}
    </text>
  );
}
