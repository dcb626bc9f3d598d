/** A flow whose instances are made by containers, which inject what it needs. */
@NullMarked
package dev.cairn.samples.injection;

import org.jspecify.annotations.NullMarked;
