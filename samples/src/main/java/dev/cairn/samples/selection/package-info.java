/** A small model selection: train one model per candidate, side by side, and keep the best. */
package dev.cairn.samples.selection;
