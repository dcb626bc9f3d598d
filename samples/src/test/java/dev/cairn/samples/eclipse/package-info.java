/** The samples, compiled by Eclipse. */
@NullMarked
package dev.cairn.samples.eclipse;

import org.jspecify.annotations.NullMarked;
