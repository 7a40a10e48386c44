/**
 * Runs in the head, while the page still arrives: Python is on its way before there is anything
 * to click. The page's own script takes the kernel over.
 */
import { handOver } from "./page/early-kernel";
import { makeKernel, whatIsNeeded } from "./page/runtime";

const kernel = makeKernel();
const needs = whatIsNeeded();
if (needs !== null) kernel.boot(needs);
handOver(kernel);
