/** Rules for the code of steps: what it reads, assigns, changes and merges. */
@NullMarked
package dev.cairn.processor.rule.code;

import org.jspecify.annotations.NullMarked;
