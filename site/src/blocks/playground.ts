/** The playground on a page of its own; its code is loaded only there. */
import { attribute } from "../page/dom";
import { fetchCode } from "../page/late-code";
import type { Mount } from "../page/page";

const NOT_HERE = "The playground did not arrive. Check the connection, then try again.";

export const mountPlaygroundPage: Mount = (element, page) => {
  let end = () => undefined as void;
  let isGone = false;
  const lessonData = attribute(element, "lessonData");
  page.kernel.boot(["numpy"]);
  const load = () => import("../widgets/playground/mount");
  void fetchCode(element, load, NOT_HERE).then(({ mountPlayground }) => {
    if (!isGone) end = mountPlayground({ element, page, lessonData, ownPage: "" });
  });
  return () => {
    isGone = true;
    end();
  };
};
