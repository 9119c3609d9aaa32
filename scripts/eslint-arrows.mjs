/** Lint rules that hold the arrows between the rooms of the house, and keep circles out, types included. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const house = path.resolve(import.meta.dirname, '..');
const shared = '@open-ballot/shared/';

/** The file that an import means, relative to the house; undefined for a package. */
function targetOf(file, imported) {
  if (imported.startsWith(shared)) return `shared/src/${imported.slice(shared.length)}.ts`;
  return imported.startsWith('.') ? path.posix.join(path.posix.dirname(file), imported) : undefined;
}

const fileOf = (context) => path.relative(house, context.filename).split(path.sep).join('/');

/** Calls back for everything a file imports or passes on, however it is written. */
function eachImport(context, judge) {
  const file = fileOf(context);
  const look = ({ source }) => {
    const target = typeof source?.value === 'string' ? targetOf(file, source.value) : undefined;
    if (target) judge(source, target, file);
  };
  return {
    ImportDeclaration: look,
    ExportNamedDeclaration: look,
    ExportAllDeclaration: look,
    ImportExpression: look,
    TSImportType: look,
  };
}

/** Its options are houses: `{ root, may: { room: [rooms it may import] }, peers: [rooms whose folders do not know each other] }`. */
const rooms = {
  meta: { schema: false },
  create(context) {
    return eachImport(context, (node, target, file) => {
      for (const each of context.options)
        if (file.startsWith(`${each.root}/`) && target.startsWith(`${each.root}/`))
          judge(each, node, target, file);
    });

    function judge({ root, may, peers = [] }, node, target, file) {
      const partsOf = (file) => file.slice(root.length + 1).split('/');
      const from = partsOf(file);
      const to = partsOf(target);
      // What lies outside every room is the roof over them, or what all of them stand on.
      if (from.length === 1) return;
      const room = from[0];
      const isPeer = peers.includes(room) && to[0] === room && to[1] !== from[1];
      if (to[0] === room && !isPeer) return;
      const known = may[room];
      if (!known) return context.report({ node, message: `draw the room ${room} in the table of arrows` });
      const wanted = to.length === 1 ? '.' : to[0];
      if (isPeer || !known.includes(wanted))
        context.report({
          node,
          message: `${room} may import ${known.join(', ') || 'nobody'} and itself, not ${target}`,
        });
    }
  },
};

const importing = /\b(?:from|import)\s*\(?\s*'([^'\n]+)'/g;

function filesIn(folder) {
  return readdirSync(path.join(house, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.split(path.sep).join('/')}`)
    .filter((name) => /\.tsx?$/.test(name));
}

/** File → the number of its circle; files in no circle have none. Read once for a run of the linter. */
let circles;
function circleOf(file) {
  circles ??= findCircles();
  return circles.get(file);
}

function findCircles() {
  const arrows = new Map();
  for (const file of ['shared/src', 'server/src', 'client/src', 'e2e/people', 'e2e/bench'].flatMap(filesIn)) {
    const targets = [...readFileSync(path.join(house, file), 'utf8').matchAll(importing)].map(
      ([, imported]) => targetOf(file, imported),
    );
    arrows.set(file, targets);
  }
  const found = new Map();
  const order = new Map();
  const lowest = new Map();
  const stack = [];
  // Tarjan's strongly connected components.
  const visit = (file) => {
    order.set(file, order.size);
    lowest.set(file, order.get(file));
    stack.push(file);
    for (const target of arrows.get(file)) {
      if (!arrows.has(target)) continue;
      if (!order.has(target)) visit(target);
      if (stack.includes(target)) lowest.set(file, Math.min(lowest.get(file), lowest.get(target)));
    }
    if (lowest.get(file) !== order.get(file)) return;
    const members = stack.splice(stack.indexOf(file));
    if (members.length > 1) for (const member of members) found.set(member, order.get(file));
  };
  for (const file of arrows.keys()) if (!order.has(file)) visit(file);
  return found;
}

const circle = {
  create(context) {
    return eachImport(context, (node, target, file) => {
      const own = circleOf(file);
      if (own !== undefined && circleOf(target) === own)
        context.report({ node, message: `this import closes a circle with ${target}` });
    });
  },
};

/** A table that names a room nobody has is out of date. */
export function drawn(houses) {
  for (const { root, may } of houses)
    for (const room of Object.keys(may))
      if (!existsSync(path.join(house, root, room))) throw new Error(`there is no room ${root}/${room}`);
  return houses;
}

export const arrows = { rules: { rooms, circle } };
