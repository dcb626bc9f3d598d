/** Rules for the flow class, its steps and their annotations, each by itself. */
@NullMarked
package dev.cairn.processor.rule.declaration;

import org.jspecify.annotations.NullMarked;
