/** The kernel's page without the frame. The order counts: the frame's stand-in comes first. */
import "./no-frame";
import "./kernel";
