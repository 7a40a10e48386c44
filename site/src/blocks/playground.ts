/** The playground on a page of its own; its code is loaded only there. */
import { attribute } from "../page/dom";
import type { Mount } from "../page/page";

export const mountPlaygroundPage: Mount = (element, page) => {
  let end = () => undefined as void;
  let isGone = false;
  const lessonData = attribute(element, "lessonData");
  page.kernel.boot(["numpy"]);
  void import("../widgets/playground/mount").then(({ mountPlayground }) => {
    if (!isGone) end = mountPlayground({ element, page, lessonData, ownPage: "" });
  });
  return () => {
    isGone = true;
    end();
  };
};
