/** What the annotation processor costs: time in its rounds beside that of javac, and how much it generates. */
@NullMarked
package dev.cairn.benchmarks.processor;

import org.jspecify.annotations.NullMarked;
