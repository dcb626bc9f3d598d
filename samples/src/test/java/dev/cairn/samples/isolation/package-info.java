/** Tasks in processes of their own, and what they do to them. */
@NullMarked
package dev.cairn.samples.isolation;

import org.jspecify.annotations.NullMarked;
