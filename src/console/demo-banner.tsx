/** Says on every page of the demo that nobody in it is real. */
export function DemoBanner() {
  return (
    <aside className="yc-demo" aria-label="演示环境提示">
      演示环境：人员与证件均为虚构
    </aside>
  );
}
