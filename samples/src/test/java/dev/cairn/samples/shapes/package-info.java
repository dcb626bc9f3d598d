/** Flows of every shape that a graph can have, run for their results. */
package dev.cairn.samples.shapes;
