/** What a rule is, and what rules of several kinds need. */
@NullMarked
package dev.cairn.processor.rule.common;

import org.jspecify.annotations.NullMarked;
