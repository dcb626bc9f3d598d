/** Rules for the types of artifacts, parameters and items, and for what annotations say of their values. */
@NullMarked
package dev.cairn.processor.rule.type;

import org.jspecify.annotations.NullMarked;
