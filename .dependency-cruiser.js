/** Configuration of dependency-cruiser: its rules are made from layers.json. Needs a Node that strips types (`npm run check` uses it). */
import { readLayers } from './scripts/layers/layer.ts';
import { rules } from './scripts/layers/rules.ts';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [...rules(readLayers(import.meta.dirname))],
  options: {
    // An import of a type couples two files as much as any other.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: ['node_modules', '^dist'] },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
